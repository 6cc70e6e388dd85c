import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { startGitHubServer } from '../../../../test-fixtures/github-server/index.js';
import type {
  FakePullRequest,
  FakeRepository,
  GitHubServer,
} from '../../../../test-fixtures/github-server/index.js';
import { tracking } from '../end-to-end/bot-process.js';

const MAIN = fileURLToPath(new URL('../../dist/action-main.js', import.meta.url));

/** What the documentation asks for, what a pull request from a fork gets of it, and the least. */
export const WRITE = { contents: 'read', pull_requests: 'write', metadata: 'read' } as const;
export const READ = { contents: 'read', pull_requests: 'read', metadata: 'read' } as const;
export const CODE_ONLY = { contents: 'read', metadata: 'read' } as const;

export interface ActionRun {
  readonly code: number | null;
  /** Lines that were printed, also on standard error. */
  readonly lines: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly sarif: string | null;
  /** Names of what is left in the temporary directory. */
  readonly left: readonly string[];
  readonly milliseconds: number;
}

export interface ActionStep {
  readonly event: string;
  readonly payload: unknown;
  readonly token: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly main?: string;
}

export interface Stage {
  readonly github: GitHubServer;
  readonly repository: FakeRepository;
  /** A step of a workflow, as a process of its own. */
  run(step: ActionStep): Promise<ActionRun>;
  /** The step of a workflow on a pull request. */
  review(pull: FakePullRequest, step?: Partial<ActionStep>): Promise<ActionRun>;
}

const WRAPPER = `import mixpanel from 'mixpanel-browser';

export function trackEvent(name: string, properties: Record<string, unknown>) {
  mixpanel.track(name, properties);
}
`;

/** A repository whose main branch tracks without fault. */
export const FILES = {
  'package.json': '{ "dependencies": { "mixpanel-browser": "^2.0.0" } }\n',
  'src/analytics.ts': WRAPPER,
  'src/steps.ts': tracking("plan: 'free'", 'count: 1'),
};
export const BAD_STEPS = { 'src/steps.ts': tracking("plan: 'free'", 'email: user.email') };

/** GitHub with such a repository, and a branch `feature` that is like `main`. */
export async function stage(files: Readonly<Record<string, string>> = FILES): Promise<Stage> {
  const github = await startGitHubServer();
  onTestFinished(() => github.close());
  const repository = github.createRepository();
  repository.permissions.set('author', 'read');
  repository.permissions.set('maintainer', 'write');
  repository.branch('feature', repository.commit('main', { files }));
  const run = (step: ActionStep): Promise<ActionRun> => runStep(github, repository, step);
  return {
    github,
    repository,
    run,
    review: (pull, step = {}) =>
      run({
        event: 'pull_request',
        payload: pullRequestEvent(repository, pull),
        token: github.createToken(WRITE, repository),
        ...step,
      }),
  };
}

/** The payload's fields that count, and others beside them. */
export const pullRequestEvent = (repository: FakeRepository, pull: FakePullRequest) => ({
  action: 'synchronize',
  number: pull.number,
  repository: { id: repository.id, full_name: `${repository.owner}/${repository.name}` },
  pull_request: {
    number: pull.number,
    draft: pull.state.isDraft,
    title: pull.state.title,
    head: { sha: pull.headSha, ref: pull.state.headRef },
    base: { sha: pull.headSha, ref: pull.state.baseRef },
  },
});

export async function runStep(
  github: GitHubServer,
  { owner, name }: FakeRepository,
  { event, payload, token, env = {}, main = MAIN }: ActionStep,
): Promise<ActionRun> {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-runner-'));
  const temporary = mkdtempSync(join(directory, 'temp-'));
  const file = (own: string): string => join(directory, own);
  const text = (own: string): string => (existsSync(file(own)) ? readFileSync(file(own), 'utf8') : '');
  try {
    writeFileSync(file('event.json'), JSON.stringify(payload));
    const started = performance.now();
    const child = spawn(process.execPath, [main], {
      cwd: directory,
      env: {
        PATH: process.env['PATH'],
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event,
        GITHUB_EVENT_PATH: file('event.json'),
        GITHUB_REPOSITORY: `${owner}/${name}`,
        GITHUB_API_URL: github.url,
        GITHUB_SERVER_URL: 'https://github.example',
        GITHUB_RUN_ID: '99',
        GITHUB_STEP_SUMMARY: file('summary.md'),
        GITHUB_OUTPUT: file('output.txt'),
        GITHUB_WORKSPACE: directory,
        RUNNER_TEMP: temporary,
        INPUT_TOKEN: token,
        'INPUT_SARIF-FILE': '',
        INPUT_COMMENT: 'true',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const printed = Buffer.concat(chunks).toString('utf8');
    return {
      code,
      lines: printed.split('\n').filter(Boolean),
      summary: text('summary.md'),
      outputs: Object.fromEntries(
        text('output.txt')
          .split('\n')
          .filter(Boolean)
          .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      ),
      sarif: existsSync(file('out/tracklint.sarif')) ? text('out/tracklint.sarif') : null,
      left: readdirSync(temporary),
      milliseconds: performance.now() - started,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The value of `INPUT_SARIF-FILE` whose file a run reads. */
export const SARIF_FILE = { 'INPUT_SARIF-FILE': 'out/tracklint.sarif' };
