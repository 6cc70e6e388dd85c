/** `npm run demo`: reviews the TeamFlow sample, prints the report and writes it as HTML. Needs the build. */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = 'test-fixtures/samples/teamflow';
const cli = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
const sample = fileURLToPath(new URL(`../${SAMPLE}`, import.meta.url));
const htmlReport = join(tmpdir(), 'tracklint-report.html');

/** The findings are the point of the demo, so they must not make it fail: `--fail-on never`. */
function review(...options) {
  const { status } = spawnSync(process.execPath, [cli, 'review', 'all', '--fail-on', 'never', ...options], {
    cwd: sample,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

console.log(`Reviewing ${SAMPLE}\n`);
review();
review('--format', 'html', '--output', htmlReport);
if (!process.exitCode) console.log(`\nThe same report as HTML: ${htmlReport}`);
