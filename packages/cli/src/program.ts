import { Argument, Command, Option } from 'commander';
import type { InventoryFormat, ReviewFormat, ReviewScope } from '@tracklint/analyzer';
import { choiceOf } from './choice.js';
import type { InventoryOptions } from './commands/inventory.js';
import type { ReviewOptions } from './commands/review.js';
import type { ExitCode } from './exit-code.js';
import { VERSION } from './version.js';

// Written down here, so that `--help` and mistyped options answer without loading the engine.
export const REVIEW_FORMATS = [
  'pretty',
  'json',
  'sarif',
  'markdown',
  'html',
  'github',
] as const satisfies readonly ReviewFormat[];
export const INVENTORY_FORMATS = [
  'pretty',
  'json',
  'yaml',
  'csv',
] as const satisfies readonly InventoryFormat[];
const MODES = ['staged', 'branch', 'all'] as const satisfies readonly ReviewScope['mode'][];
const FAIL_ON = ['P0', 'P1', 'P2', 'P3', 'never'] as const;

/** The command line; `finish` is told the exit code of the command that ran. */
export function createProgram(finish: (code: ExitCode) => void): Command {
  const program = new Command('tracklint')
    .description('Reviews the Mixpanel tracking in a code base.')
    .version(VERSION, '-v, --version')
    .configureOutput({ outputError: (text, write) => write(toOneLine(text)) })
    .exitOverride()
    .enablePositionalOptions()
    .addHelpText(
      'after',
      `\nExamples:\n  $ tracklint review all\n  $ tracklint review branch --base main --fail-on P1\n  $ tracklint explain no-pii\n`,
    );
  addReview(program, finish);
  addInventory(program, finish);
  addExplain(program, finish);
  addBaseline(program, finish);
  return program;
}

/** Commander writes the nearest suggestion on a line of its own. */
function toOneLine(text: string): string {
  return `tracklint: ${text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')}\n`;
}

function addReview(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('review')
    .description('Report what must not be sent, what will break the data and what should be tidied.')
    .addArgument(new Argument('<mode>', 'staged, branch or all').argParser(choiceOf(MODES)))
    .argument('[paths...]', 'report findings of these files, folders or globs only')
    .option('--base <ref>', 'branch: what to compare with (default: the default branch)')
    .addOption(formatOption(REVIEW_FORMATS))
    .option('--output <file>', 'write the report to a file')
    .addOption(
      new Option('--fail-on <severity>', `exit with 1 from this severity on: ${FAIL_ON.join(', ')}`)
        .default('P0')
        .argParser(choiceOf(FAIL_ON)),
    )
    .option('--baseline <file>', 'findings that are accepted for now')
    .option('--fix', 'apply the edits that cannot change what the program does')
    .option('--no-types', 'do without the TypeScript compiler')
    .option('--no-cache', 'neither read nor write the cache')
    .addHelpText(
      'after',
      `
staged reviews the git index against HEAD; branch reviews the working tree against the merge base with
--base; both report only what the change causes. all reports everything.

Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 the review could not be made.

Examples:
  $ tracklint review all
  $ tracklint review staged --fail-on P1
  $ tracklint review branch --base origin/main --format github
  $ tracklint review all src/checkout "packages/*/src/**" --format html --output report.html
`,
    )
    .action(async (mode: ReviewScope['mode'], paths: string[], options: ReviewOptions) => {
      const { review } = await import('./commands/review.js');
      finish(await review(mode, paths, options));
    });
}

function addInventory(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('inventory')
    .description('List every tracking call with its event and properties.')
    .argument('[paths...]', 'list calls in these files, folders or globs only')
    .addOption(formatOption(INVENTORY_FORMATS))
    .option('--output <file>', 'write the list to a file')
    .option('--no-types', 'do without the TypeScript compiler')
    .option('--no-cache', 'neither read nor write the cache')
    .addHelpText(
      'after',
      `
Examples:
  $ tracklint inventory
  $ tracklint inventory src/checkout --format csv --output events.csv
  $ tracklint inventory --format json | jq -r ".calls[].event"
`,
    )
    .action(async (paths: string[], options: InventoryOptions) => {
      const { inventory } = await import('./commands/inventory.js');
      finish(await inventory(paths, options));
    });
}

function addExplain(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('explain')
    .description('Say why: the page of a rule, or what is tracked and found at a line.')
    .argument('<rule | file:line>', 'a rule, or a place')
    .addHelpText(
      'after',
      '\nExamples:\n  $ tracklint explain no-pii\n  $ tracklint explain src/checkout.ts:42\n',
    )
    .action(async (target: string) => {
      const { explain } = await import('./commands/explain.js');
      finish(await explain(target));
    });
}

function addBaseline(program: Command, finish: (code: ExitCode) => void): void {
  const baseline = program
    .command('baseline')
    .description('Accept the findings of today, so that only new ones count.')
    .addHelpText('after', '\nExamples:\n  $ tracklint baseline create\n  $ tracklint baseline prune\n');
  baseline
    .command('create')
    .description('Write the baseline; one that exists may only shrink.')
    .option('--baseline <file>', 'where to (default: as configured, or tracklint-baseline.json)')
    .addHelpText('after', '\nExamples:\n  $ tracklint baseline create\n')
    .action(async (options: { readonly baseline?: string }) => {
      const { createBaseline } = await import('./commands/baseline.js');
      finish(await createBaseline(options));
    });
  baseline
    .command('prune')
    .description('Take out what is fixed.')
    .option('--baseline <file>', 'which (default: as configured, or tracklint-baseline.json)')
    .addHelpText('after', '\nExamples:\n  $ tracklint baseline prune\n')
    .action(async (options: { readonly baseline?: string }) => {
      const { pruneBaseline } = await import('./commands/baseline.js');
      finish(await pruneBaseline(options));
    });
}

const formatOption = (formats: readonly string[]): Option =>
  new Option('--format <format>', formats.join(', ')).default('pretty').argParser(choiceOf(formats));
