/** Runs publint on every package of the workspace, with warnings as errors. Needs the build. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const packages = fileURLToPath(new URL('../packages/', import.meta.url));
let failed = false;
for (const name of readdirSync(packages).sort()) {
  const { messages, pkg } = await publint({ pkgDir: packages + name, strict: true, pack: 'npm' });
  console.log(`${pkg.name}: ${messages.length === 0 ? 'fine' : `${messages.length} problem(s)`}`);
  for (const message of messages) {
    failed = true;
    console.log(`  ${formatMessage(message, pkg)}`);
  }
}
process.exitCode = failed ? 1 : 0;
