import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeState, knownRules, memorySource } from '@tracklint/analyzer';
import { loadConfig } from '@tracklint/analyzer/load-config';
import { readPlan } from '@tracklint/analyzer/read-plan';
import { describe, expect, it } from 'vitest';
import mixpanel from '../../src/index.js';
import { createLinter, projectOnDisk } from '../lint/project-on-disk.js';

const SAMPLES = fileURLToPath(new URL('../../../../test-fixtures/samples/', import.meta.url));
const LINTED = /\.(?:js|ts|tsx)$/;

function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

/** Rule, range and text of everything that the analyzer finds where an editor would show it. */
function analyzerFindings(files: Record<string, string>): readonly string[] {
  const source = memorySource(files);
  const config = loadConfig(source, { knownRules });
  return judgeState(source, config, { useTypes: false }, readPlan)
    .findings.map(({ finding }) => finding)
    .filter((finding) => finding.rule in mixpanel.rules && LINTED.test(finding.file))
    .map(({ file, line, column, endLine, endColumn, rule, message, fix }) =>
      [file, line, column, endLine, endColumn, rule, `${message} ${fix}`].join(' '),
    )
    .sort();
}

async function eslintFindings(files: Record<string, string>): Promise<readonly string[]> {
  const root = projectOnDisk(files);
  const results = await createLinter(root).lintFiles(['**/*.{js,ts,tsx}']);
  return results
    .flatMap((result) =>
      [...result.messages, ...result.suppressedMessages].map(
        ({ line, column, endLine, endColumn, ruleId, message }) =>
          [
            relative(root, result.filePath).replaceAll('\\', '/'),
            ...[line, column, endLine, endColumn, ruleId?.replace('mixpanel/', ''), message],
          ].join(' '),
      ),
    )
    .sort();
}

describe('ESLint reports what the command line reports', () => {
  it.each(readdirSync(SAMPLES).sort())('in the sample %s', async (name) => {
    const files = filesOf(join(SAMPLES, name));
    const expected = analyzerFindings(files);
    expect(expected.length).toBeGreaterThan(0);
    expect(await eslintFindings(files)).toEqual(expected);
  });
});
