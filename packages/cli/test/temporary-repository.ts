import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export interface RunResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** Folder inside the repository. */
  readonly folder?: string;
  readonly env?: NodeJS.ProcessEnv;
}

export type Files = Readonly<Record<string, string>>;

const created: string[] = [];
afterAll(() => {
  for (const directory of created) rmSync(directory, { recursive: true, force: true });
});

/** A directory with an awkward name. It is removed after the tests of the file. */
export function temporaryDirectory(files: Files = {}) {
  const directory = join(realpathSync(mkdtempSync(join(tmpdir(), 'tracklint cli-'))), `it's "ünï" 1`);
  mkdirSync(directory);
  created.push(dirname(directory));
  const write = (changes: Files): void => {
    for (const [path, text] of Object.entries(changes)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
  };
  write(files);
  return {
    directory,
    write,
    read: (path: string): string => readFileSync(join(directory, path), 'utf8'),
    /** Runs the built command line. */
    run(args: readonly string[], { folder = '', env = {} }: RunOptions = {}): RunResult {
      const result = spawnSync(process.execPath, [MAIN, ...args], {
        cwd: join(directory, folder),
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', TRACKLINT_DEBUG: '', ...env },
      });
      return { code: result.status, out: result.stdout, err: result.stderr };
    },
    git: (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
        cwd: directory,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
  };
}

export type Directory = ReturnType<typeof temporaryDirectory>;

/** A git repository on the branch `main` with one commit. */
export function temporaryRepository(files: Files): Directory {
  const repository = temporaryDirectory(files);
  repository.git('init', '--quiet', '--initial-branch=main');
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message=first');
  return repository;
}

export const ANALYTICS = `import mixpanel from 'mixpanel-browser';

export function trackEvent(name: string, properties?: Record<string, unknown>) {
  try {
    mixpanel.track(name, properties);
  } catch {
    // Tracking never breaks the product.
  }
}
`;

/** Two files that track nothing personal. */
export const CLEAN: Files = {
  'src/analytics.ts': ANALYTICS,
  'src/task.ts': `import { trackEvent } from './analytics';

export function createTask(task: { id: string }, user: { id: string; email: string }) {
  trackEvent('Task Created', { task_id: task.id });
}
`,
};

/** The same with an e-mail address in the event. */
export const DIRTY: Files = {
  ...CLEAN,
  'src/task.ts': (CLEAN['src/task.ts'] ?? '').replace(
    'task_id: task.id',
    'task_id: task.id, email: user.email',
  ),
};

export interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly property: string | null;
  readonly fingerprint: string;
  readonly cause: { readonly file: string; readonly line: number } | null;
}

export interface JsonReview {
  readonly scope: { readonly mode: string; readonly branch: string | null; readonly base: string | null };
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly JsonFinding[];
  readonly accepted: readonly JsonFinding[];
  readonly suppressed: readonly JsonFinding[];
  readonly notices: readonly {
    readonly kind: string;
    readonly file: string | null;
    readonly message: string;
  }[];
}

/** Runs a review that is expected to work, and reads its JSON. Without types, which take the longest to start. */
export function reviewJson(directory: Directory, args: readonly string[], options?: RunOptions): JsonReview {
  const { code, out, err } = directory.run(['review', ...args, '--format', 'json', '--no-types'], options);
  if (code !== 0 && code !== 1) throw new Error(err);
  return JSON.parse(out) as JsonReview;
}

/** Findings in a short form for tables: `no-pii email src/task.ts`. */
export const brief = (findings: readonly JsonFinding[]): readonly string[] =>
  findings.map(({ rule, property, file }) =>
    [rule, property, file].filter((part) => part !== null).join(' '),
  );
