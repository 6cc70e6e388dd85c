/**
 * Runs publint on every package of the workspace, with warnings as errors, and compares what the command line and the
 * analyzer, which is bundled into it, load at run time. Needs the build.
 */
import { readdirSync, readFileSync } from 'node:fs';
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
const dependenciesOf = (name) =>
  JSON.parse(readFileSync(`${packages}${name}/package.json`, 'utf8')).dependencies;
const ofAnalyzer = dependenciesOf('analyzer');
for (const [name, range] of Object.entries(dependenciesOf('cli'))) {
  if (ofAnalyzer[name] === undefined || ofAnalyzer[name] === range) continue;
  failed = true;
  console.log(
    `tracklint: "${name}" is ${range}, but ${ofAnalyzer[name]} in @tracklint/analyzer; make them equal`,
  );
}
process.exitCode = failed ? 1 : 0;
