import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FixtureCopy } from './fixture-copies.js';
import { sorted } from './host-finding.js';
import type { Findings, HostFinding } from './host-finding.js';

const RUN = new URL('../../../cli/build/run.js', import.meta.url).href;
const ANALYZER = fileURLToPath(new URL('../../../cli/package.json', import.meta.url));

/** One process for all fixtures: what takes the time is to start it. */
const SCRIPT = `
import { run } from ${JSON.stringify(RUN)};
const [roots, args] = JSON.parse(process.argv[1]);
for (const root of roots) {
  process.chdir(root);
  const code = await run(['review', 'all', '--format', 'json', '--output', 'review.out', '--fail-on', 'never', ...args]);
  if (code !== 0) throw new Error(root);
}
`;

interface Report {
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly ReportedFinding[];
}

type ReportedFinding = HostFinding & { readonly fix: string };

export function commandLineFindings(
  fixtures: readonly FixtureCopy[],
  types: 'with types' | 'without types',
): Findings {
  const args = types === 'with types' ? [] : ['--no-types'];
  const input = JSON.stringify([fixtures.map(({ root }) => root), args]);
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT, '--', input],
    { encoding: 'utf8', cwd: join(ANALYZER, '..') },
  );
  if (status !== 0) throw new Error(stderr);
  return new Map(
    fixtures.map(({ name, root }) => {
      const { findings, suppressed } = JSON.parse(readFileSync(join(root, 'review.out'), 'utf8')) as Report;
      return [name, sorted([...findings, ...suppressed].map(toHostFinding))];
    }),
  );
}

const toHostFinding = ({ fix, message, ...one }: ReportedFinding): HostFinding => ({
  file: one.file,
  line: one.line,
  column: one.column,
  endLine: one.endLine,
  endColumn: one.endColumn,
  rule: one.rule,
  message: `${message} ${fix}`,
});
