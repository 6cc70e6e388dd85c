/**
 * `npm run check`: every check of the project apart from the tests. All of them run even if one fails, so that one run
 * tells everything there is to mend; the exit code is 1 if any failed.
 */
import { spawnSync } from 'node:child_process';

const CHECKS = [
  ['check:format', 'formatting (prettier)'],
  ['check:lint', 'lint (eslint, with this project’s own plugin)'],
  ['check:types', 'types of the tests; those of the sources were checked by the build'],
  ['check:docs', 'a complete page for every rule, generated tables up to date'],
  ['check:schemas', 'published JSON schemas up to date'],
  ['check:imports', 'direction of imports (dependency-cruiser)'],
  ['check:unused', 'unused files, exports and dependencies (knip)'],
  ['check:publish', 'packages can be published (publint)'],
];

const results = CHECKS.map(([script, what]) => {
  console.log(`\n── ${script}: ${what}`);
  const started = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { script, passed: status === 0, seconds: ((Date.now() - started) / 1000).toFixed(1) };
});

console.log('\nSummary');
for (const { script, passed, seconds } of results) {
  console.log(`  ${passed ? 'PASS' : 'FAIL'}  ${script.padEnd(14)} ${seconds} s`);
}
process.exitCode = results.every((result) => result.passed) ? 0 : 1;
