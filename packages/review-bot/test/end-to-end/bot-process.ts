import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { startGitHubServer } from '../../../../test-fixtures/github-server/index.js';
import type {
  FakePullRequest,
  FakeRepository,
  GitHubServer,
} from '../../../../test-fixtures/github-server/index.js';
import { openDatabase, openQueue } from '../../src/queue/index.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

let data: Promise<string> | null = null;

/** A data directory with the tables of the queue, made once: making them takes seconds. */
function emptyData(): Promise<string> {
  data ??= (async () => {
    const directory = mkdtempSync(join(tmpdir(), 'tracklint-data-'));
    process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
    const database = await openDatabase({ directory });
    const queue = await openQueue({ database, log: pino({ level: 'silent' }) });
    await queue.stop();
    await database.close();
    return directory;
  })();
  return data;
}

/** The bot as it runs in production: a process of its own with its data in a directory. */
export class BotProcess {
  #child: ChildProcess | null = null;
  #output = '';
  readonly directory = mkdtempSync(join(tmpdir(), 'tracklint-bot-'));

  constructor(
    private readonly github: GitHubServer,
    private readonly env: Readonly<Record<string, string>> = {},
  ) {}

  url = '';

  /** Everything it has logged. */
  get output(): string {
    return this.#output;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves with its exit code when the process ends by itself. */
  async ended(): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    return new Promise((resolve) => child.once('exit', resolve));
  }

  /** Starts the process and has GitHub deliver to it. */
  async start(): Promise<void> {
    const { app, url } = this.github;
    mkdirSync(this.directory, { recursive: true });
    if (!existsSync(join(this.directory, 'database')))
      cpSync(await emptyData(), this.directory, { recursive: true });
    const child = spawn(process.execPath, [MAIN, 'start'], {
      env: {
        PATH: process.env['PATH'] ?? '',
        APP_ID: String(app.id),
        PRIVATE_KEY: app.privateKey,
        WEBHOOK_SECRET: app.webhookSecret,
        GHE_HOST: new URL(url).host,
        GHE_PROTOCOL: 'http',
        HOST: '127.0.0.1',
        PORT: '0',
        DATA_DIRECTORY: this.directory,
        CONTENT_BUDGET: 'off',
        FIRST_RETRY_MILLISECONDS: '100',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const port = await new Promise<number>((resolve, reject) => {
      let seen = '';
      const onData = (chunk: Buffer): void => {
        const text = chunk.toString('utf8');
        this.#output += text;
        seen += text;
        const listening = /"port":(\d+)[^\n]*"listening"/.exec(seen);
        if (listening) resolve(Number(listening[1]));
      };
      child.stdout.on('data', onData);
      child.stderr.on('data', onData);
      child.once('exit', (code) => reject(new Error(`The bot ended with ${code}: ${seen}`)));
    });
    this.github.webhooks.url = `http://127.0.0.1:${port}/api/github/webhooks`;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Resolves when everything that was delivered is worked off. */
  async idle(): Promise<void> {
    await this.github.webhooks.idle();
    for (let quiet = 0; quiet < 3;) {
      const text = await (await fetch(`${this.url}/metrics`)).text();
      const value = (name: string): number =>
        Number(new RegExp(`^tracklint_${name} (\\d+)`, 'm').exec(text)?.[1]);
      quiet = value('queue_waiting_jobs') + value('queue_active_jobs') === 0 ? quiet + 1 : 0;
      await sleep(30);
    }
  }

  /** Loses everything it knows. */
  forget(): void {
    this.remove();
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

export interface Stage {
  readonly github: GitHubServer;
  readonly repository: FakeRepository;
  readonly bot: BotProcess;
}

const WRAPPER = `import mixpanel from 'mixpanel-browser';

export function trackEvent(name: string, properties: Record<string, unknown>) {
  mixpanel.track(name, properties);
}
`;

/** A file that tracks, with one event per line of properties. */
export const tracking = (...properties: readonly string[]): string =>
  [
    "import { trackEvent } from './analytics';",
    '',
    'export function run(user: { id: string; email: string; phone: string }) {',
    ...properties.map((own, index) => `  trackEvent('Step ${index + 1} Done', { ${own} });`),
    '}',
    '',
  ].join('\n');

/** A repository whose main branch tracks without fault, with a branch `feature` on it. */
export function shop(github: GitHubServer, name = 'shop', owner = 'acme'): FakeRepository {
  const repository = github.createRepository({ owner, name });
  repository.permissions.set('author', 'read');
  repository.permissions.set('maintainer', 'write');
  const files = {
    'package.json': '{ "dependencies": { "mixpanel-browser": "^2.0.0" } }\n',
    'src/analytics.ts': WRAPPER,
    'src/steps.ts': tracking("plan: 'free'", 'count: 1'),
  };
  repository.branch('feature', repository.commit('main', { files }));
  return repository;
}

/** A pull request with one finding, in a repository of its own. */
export function openWithFinding(github: GitHubServer, name: string, owner = 'acme'): FakePullRequest {
  const repository = shop(github, name, owner);
  // Blobs are kept by their content, and in each repository one has to be asked for.
  const own = `export const name = '${owner}/${name}';\n`;
  const steps = tracking("plan: 'free'", 'email: user.email');
  repository.commit('feature', { files: { 'src/own.ts': own, 'src/steps.ts': steps } });
  return repository.openPullRequest({ head: 'feature' });
}

/** What GitHub has to show of a pull request. */
export const shownOf = (pull: FakePullRequest) => ({
  runs: pull.repository
    .checkRuns(pull.headSha)
    .map(({ status, conclusion, annotations }) => [status, conclusion, annotations.length]),
  reports: pull.comments().length,
  comments: pull.reviewComments().length,
});

/** The same of one with one finding, when nothing goes wrong. */
export const ONE_OF_EACH = { runs: [['completed', 'failure', 1]], reports: 1, comments: 1 };

/** GitHub with such a repository, and a bot that is told of what happens there. */
export async function stage(
  env: Readonly<Record<string, string>> = {},
  options: Parameters<typeof startGitHubServer>[0] = {},
): Promise<Stage> {
  const github = await startGitHubServer(options);
  const bot = new BotProcess(github, env);
  onTestFinished(async () => {
    await bot.stop();
    bot.remove();
    await github.close();
  });
  const repository = shop(github);
  await bot.start();
  return { github, repository, bot };
}
