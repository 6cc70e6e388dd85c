import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadConfigOnDemand } from '../../src/config/index.js';
import { renderReview } from '../../src/report/index.js';
import { knownRules, runReview } from '../../src/review/index.js';
import { memorySource } from '../../src/source/index.js';

/**
 * The sample applications of `test-fixtures/samples/` and what a review says about them.
 *
 * `expected.findings.json` is written by hand: place, rule and severity of everything that is wrong in the sample. It is
 * the judgement, and nothing regenerates it. `expected.review.json` is the whole JSON report (without branch, date and
 * milliseconds). After a change of messages, places or the report's form, regenerate it with
 *
 *     UPDATE_GOLDEN=1 npx vitest run packages/analyzer/test/samples
 *
 * and read the difference. It is written only where the findings are those of the judgement.
 */
interface JudgedFinding {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
}

interface ReviewReport {
  readonly scope: Readonly<Record<string, unknown>>;
  readonly findings: readonly JudgedFinding[];
  readonly stats: Readonly<Record<string, unknown>>;
}

const options = { color: false, width: 100, version: '0.0.0', rules: [] };

const ROOT = fileURLToPath(new URL('../../../../test-fixtures/samples/', import.meta.url));

const samples = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

function readSample(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !entry.name.startsWith('expected.')) {
      files[relative(folder, path).replaceAll('\\', '/')] = readFileSync(path, 'utf8');
    }
  }
  return files;
}

async function reviewSample(folder: string): Promise<ReviewReport> {
  const head = memorySource(readSample(folder));
  const { review } = await runReview({
    mode: 'all',
    scope: { head, before: null, branch: null, base: null },
    config: await loadConfigOnDemand(head, { knownRules }),
    engine: { useTypes: false },
    baseline: null,
    isWanted: () => true,
    date: '',
    now: () => 0,
  });
  const report = JSON.parse(await renderReview('json', review, options)) as ReviewReport;
  const { branch: _branch, date: _date, ...scope } = report.scope;
  const { milliseconds: _milliseconds, ...stats } = report.stats;
  return { ...report, scope, stats };
}

const textOf = ({ file, line, rule, severity }: JudgedFinding): string =>
  `${file}:${line} ${severity} ${rule}`;

describe.each(samples)('%s', async (sample) => {
  const folder = join(ROOT, sample);
  const golden = join(folder, 'expected.review.json');
  const report = await reviewSample(folder);
  const judged = JSON.parse(readFileSync(join(folder, 'expected.findings.json'), 'utf8')) as JudgedFinding[];
  const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

  it('is judged as a person would judge it', () => {
    expect(report.findings.map(textOf).sort()).toEqual(judged.map(textOf).sort());
  });

  // A report that says something else than the judgement is never written down as expected.
  it.skipIf(!isUpdate && !existsSync(golden))('has the expected report', () => {
    const text = `${JSON.stringify(report, null, 2)}\n`;
    const isRight = isDeepStrictEqual(report.findings.map(textOf).sort(), judged.map(textOf).sort());
    if (isUpdate && isRight) writeFileSync(golden, text);
    expect(text).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : 'no expected report yet');
  });
});
