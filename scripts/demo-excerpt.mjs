import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
const sample = fileURLToPath(new URL('../test-fixtures/samples/teamflow', import.meta.url));
const FINDINGS_SHOWN = 2;

/** The beginning and the end of what `npm run demo` prints, as a Markdown code block. Needs the build. */
export function demoExcerpt() {
  const report = execFileSync(process.execPath, [cli, 'review', 'all', '--fail-on', 'never', '--no-cache'], {
    cwd: sample,
    env: { ...process.env, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  const lines = report.trim().split('\n');
  // A finding starts with its place and rule; the first one is under the heading of its severity.
  const starts = lines.flatMap((line, index) => (/^ {2}\S+:\d+:\d+ {2}[a-z-]+$/.test(line) ? [index] : []));
  const summary = lines.lastIndexOf('Summary');
  const end = lines.findIndex((line, index) => index > summary && line.startsWith('✖'));
  if (starts.length <= FINDINGS_SHOWN || summary < 0 || end < 0) {
    throw new Error('The report of the demo does not look as expected; see scripts/demo-excerpt.mjs.');
  }
  const shown = [...lines.slice(0, starts[FINDINGS_SHOWN]), '  …', '', ...lines.slice(summary, end + 1)];
  return `\`\`\`text\n${shown.join('\n')}\n\`\`\``;
}
