import { cpus } from 'node:os';

/** Budgets for the 4,000 file repository. `ratio` counts how many times faster than ESLint parsing the same files. */
const BUDGETS = {
  cold: { ratio: 20, megabytes: 300 },
  warm: { ratio: 40 },
  staged: { ms: 300 },
};
/** How much dearer a file may be between 4,000 and 16,000 files than between 1,000 and 4,000. */
const GROWTH_TOLERANCE = 1.5;

const LABELS = {
  cold: '`review all`, no cache',
  warm: '`review all`, nothing changed since',
  changed: '`review all`, 10 files changed since',
  staged: '`review staged`, 10 files changed since the last commit',
  read: 'listing and reading the files in Node',
  eslint: 'ESLint parsing the files, no rules',
};

const number = (value) => Math.round(value).toLocaleString('en-US');
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (header, rows) =>
  [row(header), row(header.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');
const verdict = (passed) => (passed ? 'PASS' : 'FAIL');

function describeBudget({ ratio, megabytes, ms }) {
  return [ratio && `≥ ${ratio} ×`, ms && `< ${ms} ms`, megabytes && `< ${megabytes} MB`]
    .filter(Boolean)
    .join(', ');
}

function holds(budget, result, eslint) {
  const { ratio = 0, megabytes = Infinity, ms = Infinity } = budget;
  return eslint.ms / result.ms >= ratio && result.megabytes < megabytes && result.ms < ms;
}

function renderMain(results) {
  const verdicts = [];
  const rows = Object.entries(LABELS).map(([name, label]) => {
    const result = results[name];
    const budget = BUDGETS[name];
    const passed = budget ? holds(budget, result, results.eslint) : null;
    if (passed !== null) verdicts.push(passed);
    return [
      label,
      number(result.ms),
      `${(results.eslint.ms / result.ms).toFixed(1)} ×`,
      number(result.megabytes),
      budget ? describeBudget(budget) : '',
      passed === null ? '' : verdict(passed),
    ];
  });
  const header = ['work', 'ms', 'faster than ESLint', 'peak MB', 'budget', ''];
  return { text: table(header, rows), passed: verdicts.every(Boolean) };
}

/** What the plugin adds to linting one file, in milliseconds. */
const EDITOR_BUDGETS = { first: 1500, again: 30 };
const EDITOR_LABELS = {
  first: 'first lint of a file, no cache',
  again: 'the same file again, edited',
  changed: 'the same file again, after a change on disk that reaches every module that tracks',
};

function renderEditor(editor) {
  const verdicts = [];
  const rows = Object.entries(EDITOR_LABELS).map(([name, label]) => {
    const budget = EDITOR_BUDGETS[name];
    if (budget === undefined) return [label, editor[name].toFixed(1), '', ''];
    const passed = editor[name] < budget;
    verdicts.push(passed);
    return [label, editor[name].toFixed(1), `< ${number(budget)} ms`, verdict(passed)];
  });
  const text = table(['added by the plugin to ESLint with the TypeScript parser', 'ms', 'budget', ''], rows);
  return { text, passed: verdicts.every(Boolean) };
}

function renderGrowth(growth) {
  const slope = (from, to) => (to.ms - from.ms) / (to.files - from.files);
  const [small, middle, large] = growth;
  const first = slope(small, middle);
  const second = slope(middle, large);
  const passed = second <= first * GROWTH_TOLERANCE;
  const rows = growth.map((point) => [
    number(point.files),
    number(point.lines),
    number(point.tracking),
    number(point.ms),
    number(point.megabytes),
  ]);
  const text = `${table(['files', 'lines', 'modules that track', '`review all`, no cache: ms', 'peak MB'], rows)}

One more file costs ${first.toFixed(3)} ms up to ${number(middle.files)} files and ${second.toFixed(3)} ms from there to ${number(large.files)} (linear: at most ${GROWTH_TOLERANCE} times the first): ${verdict(passed)}.`;
  return { text, passed };
}

/**
 * The whole report as Markdown, and whether every budget holds.
 * @returns {{ text: string, passed: boolean }}
 */
export function renderReport({ repository, results, editor, growth, runs, eslintRuns }) {
  const main = renderMain(results);
  const edited = renderEditor(editor);
  const grown = growth.length === 3 ? renderGrowth(growth) : { text: '', passed: true };
  const processors = cpus();
  const intro = `${number(repository.files)} files, ${number(repository.lines)} lines, ${repository.tracking.length} modules that track, 40 packages. Node ${process.versions.node}, ${processors.length} × ${processors[0]?.model ?? 'unknown processor'}. Whole processes, start-up included; medians of ${runs} (ESLint: ${eslintRuns}).`;
  return {
    text: [intro, main.text, edited.text, grown.text].filter(Boolean).join('\n\n'),
    passed: main.passed && edited.passed && grown.passed,
  };
}
