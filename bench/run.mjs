/**
 * `npm run bench`: measures Tracklint against the budgets of docs/performance.md, as ratios in one run.
 *
 *   --runs 5          repetitions; the table shows medians
 *   --eslint-runs 1   repetitions of the slow comparison
 *   --no-growth       leave out the 1,000 and 16,000 file repositories
 *   --write FILE      also replace the table between the `bench` markers of a Markdown file
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateRepository } from './generate.mjs';
import { median, peakMemoryOfNode, runNode, timeNode } from './measure.mjs';
import { renderReport } from './report.mjs';

const FILES = 4000;
const GROWTH = [1000, 4000, 16000];
const CACHE = '.git/tracklint-cache';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const output = join(tmpdir(), 'tracklint-bench-review.json');
const review = (scope) => [
  script('../packages/cli/dist/main.js'),
  ...['review', scope, '--format', 'json', '--output', output, '--fail-on', 'never'],
];

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    'eslint-runs': { type: 'string', default: '1' },
    'no-growth': { type: 'boolean', default: false },
    write: { type: 'string' },
  },
});

const progress = (text) => process.stderr.write(`${text}\n`);

function removeCache(directory) {
  rmSync(join(directory, CACHE), { recursive: true, force: true });
}

let changes = 0;

/** Stages a change in ten files, another one each time; half of them track. */
function stageTenFiles({ directory, tracking, silent }) {
  changes += 1;
  const changed = [...tracking.slice(0, 5), ...silent.slice(0, 5)];
  for (const path of tracking.slice(0, 5)) {
    appendFileSync(
      join(directory, path),
      `trackEvent({ name: 'Module Changed', properties: { change: ${changes} } });\n`,
    );
  }
  for (const path of silent.slice(0, 5))
    appendFileSync(join(directory, path), `export const changedAt${changes} = 1;\n`);
  execFileSync('git', ['add', '--', ...changed], { cwd: directory });
}

/** Runs every task once per round, so that a slow moment of the machine hits all of them alike. */
function measureRounds(directory, tasks, rounds) {
  const times = new Map(tasks.map((task) => [task.name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    progress(`round ${round} of ${rounds}`);
    for (const task of tasks) {
      task.prepare?.();
      times.get(task.name).push(timeNode(task.args, directory));
    }
  }
  return Object.fromEntries(
    tasks.map((task) => {
      task.prepare?.();
      return [
        task.name,
        { ms: median(times.get(task.name)), megabytes: peakMemoryOfNode(task.args, directory) },
      ];
    }),
  );
}

function measureMain(runs, eslintRuns) {
  progress(`generating ${FILES} files`);
  const repository = generateRepository({ files: FILES });
  const { directory } = repository;
  const tasks = [
    { name: 'cold', args: review('all'), prepare: () => removeCache(directory) },
    { name: 'warm', args: review('all') },
    {
      name: 'changed',
      args: review('all'),
      prepare: () => stageTenFiles(repository),
    },
    {
      name: 'staged',
      args: review('staged'),
      // The commit was judged when something was staged before; what is staged now is new.
      prepare() {
        timeNode(review('staged'), directory);
        stageTenFiles(repository);
      },
    },
    { name: 'read', args: [script('read-files.mjs')] },
  ];
  const results = measureRounds(directory, tasks, runs);
  progress('ESLint with the plugin on one file');
  const editor = JSON.parse(runNode([script('editor-lint.mjs'), repository.tracking[0]], directory));
  progress('ESLint parsing the same files');
  const { eslint } = measureRounds(
    directory,
    [{ name: 'eslint', args: [script('eslint-parse.mjs')] }],
    eslintRuns,
  );
  return { repository, results: { ...results, eslint }, editor };
}

function measureGrowth(runs) {
  return GROWTH.map((files) => {
    progress(`growth: ${files} files`);
    const { directory, lines, tracking } = generateRepository({ files });
    const task = { name: 'cold', args: review('all'), prepare: () => removeCache(directory) };
    const { cold } = measureRounds(directory, [task], runs);
    if (files !== FILES) rmSync(directory, { recursive: true, force: true });
    return { files, lines, tracking: tracking.length, ...cold };
  });
}

/** Puts the report between `<!-- bench:start -->` and `<!-- bench:end -->`. */
function writeSection(file, report) {
  const path = resolve(file);
  const text = readFileSync(path, 'utf8');
  const section = /(<!-- bench:start -->\n)[\s\S]*?(<!-- bench:end -->)/;
  if (!section.test(text))
    throw new Error(`${file} has no "<!-- bench:start -->" and "<!-- bench:end -->" lines.`);
  writeFileSync(
    path,
    text.replace(section, (_, start, end) => `${start}\n${report}\n${end}`),
  );
  execFileSync('npx', ['prettier', '--write', path], { stdio: 'ignore' });
}

const runs = Number(options.runs);
const eslintRuns = Number(options['eslint-runs']);
const main = measureMain(runs, eslintRuns);
const growth = options['no-growth'] ? [] : measureGrowth(runs);
const { text, passed } = renderReport({ ...main, growth, runs, eslintRuns });
console.log(text);
if (options.write) writeSection(options.write, text);
rmSync(output, { force: true });
process.exitCode = passed ? 0 : 1;
