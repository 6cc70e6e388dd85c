import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readManifest } from '../../packages/review-bot/src/doctor/manifest.js';
import { checkArchived, letIn } from './access.js';
import { ApiError, notFound } from './api-error.js';
import type { Context, DeliveryState, Reply, Surface } from './context.js';
import { FakeRepository } from './fake-repository.js';
import { Faults, refuse, secondaryLimit } from './faults.js';
import type { FaultKind } from './faults.js';
import type { AppState } from './objects.js';
import { requestProblems, responseProblems } from './openapi.js';
import { payloadOf } from './payloads.js';
import type { About } from './payloads.js';
import { match } from './routes/index.js';
import { ARCHIVE_LINK_MS } from './rules.js';
import type { Token } from './state.js';
import { Webhooks } from './webhooks.js';

export interface ServerOptions {
  /** Permissions of the App; those of `app.yml` if not said. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Requests that create content which a token may make in a minute; GitHub's 80 if not said. */
  readonly contentPerMinute?: number;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** The path as GitHub's description writes it. */
  readonly route: string;
  readonly body: unknown;
  /** True if it counts as creating content. */
  readonly creates: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  status: number;
}

/** GHES 3.17 is the oldest whose description is at hand. */
const ENTERPRISE_VERSION = '3.17.0';
const CONTENT_PER_MINUTE = 80;
const HOURLY_REQUESTS = 5_000;

let keys: ReturnType<typeof makeKeys> | null = null;

/** The App's key, made once, because that takes a second. */
const makeKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });

/** GitHub, as far as a review bot sees it, over real HTTP with a real git repository behind it. */
export class GitHubServer {
  readonly app: AppState;
  readonly faults = new Faults();
  readonly requests: LoggedRequest[] = [];
  /** What was against GitHub's own description, in requests, answers and webhooks. */
  readonly violations: string[] = [];
  readonly repositories: FakeRepository[] = [];
  readonly webhooks: Webhooks;
  /** How far its clock is ahead of that of this machine. */
  clockAheadMs = 0;
  readonly #tokens = new Map<string, Token>();
  readonly #archives = new Map<string, { readonly body: () => Buffer; readonly expires: number }>();
  readonly #listeners: ((request: LoggedRequest) => void | Promise<void>)[] = [];
  readonly #content = new Map<Token, number[]>();
  readonly #http = createServer((request, response) => void this.#answer(request, response));
  #ids = 1_000;
  #seconds = 0;
  #used = 0;

  constructor(private readonly options: ServerOptions) {
    const { publicKey, privateKey } = (keys ??= makeKeys());
    const manifest = readManifest();
    this.app = {
      ...{ id: 12_345, slug: 'tracklint', botLogin: 'tracklint[bot]', installations: new Map([['acme', 77]]), privateKey, publicKey },
      ...{ webhookSecret: randomBytes(20).toString('hex'), permissions: options.permissions ?? manifest.default_permissions },
      settings: {
        ...{ events: manifest.default_events, accepted: null, isInstalled: true, isSuspended: false },
        hook: { contentType: 'json', hasSecret: true, insecureSsl: '0' },
      },
    };
    this.webhooks = new Webhooks(this.app.webhookSecret, (problem) => this.violations.push(problem));
  }

  /** Address of the API as on github.com; below `/api/v3` it answers as GitHub Enterprise does. */
  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.webhooks.url = null;
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
    for (const { git } of this.repositories) git.remove();
  }

  /** One that the App is installed on: at an account that is new, by an installation of its own. */
  createRepository({ owner = 'acme', name = 'shop' } = {}): FakeRepository {
    const repository = new FakeRepository(this.#newId(), owner, name, {
      newId: () => this.#newId(),
      now: () => this.#now(),
      notify: (event, action, about, details, login = 'author') => {
        this.deliver(event, action, about, details, login);
      },
    });
    this.repositories.push(repository);
    const { installations } = this.app;
    if (!installations.has(owner)) installations.set(owner, this.#newId());
    return repository;
  }

  /** Sends a webhook. @param guid the same one for a delivery that arrives twice */
  deliver(event: string, action: string, about: FakeRepository, details: About, login = 'author', guid?: string): DeliveryState {
    const payload = payloadOf(event, action, about, details, { app: this.app, url: this.url, login });
    return this.webhooks.send(event, payload, guid);
  }

  /** A token as a workflow of GitHub Actions has it. */
  createToken(permissions: Readonly<Record<string, string>>, repository: FakeRepository | null = null): string {
    return this.#giveToken({
      ...{ login: 'github-actions[bot]', app: 'actions', permissions, owner: null, repository },
      expires: Date.now() + 60 * 60_000,
    });
  }

  /** Makes all tokens invalid that were given out. */
  expireTokens(): void {
    this.#tokens.clear();
  }

  /** Called with each request before it has an effect, and waited for. */
  onRequest(listener: (request: LoggedRequest) => void | Promise<void>): () => void {
    this.#listeners.push(listener);
    return () => this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  }

  assertNoViolations(): void {
    if (this.violations.length > 0) throw new Error([...new Set(this.violations)].join('\n'));
  }

  #newId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  /** Real time, and never the same twice, so that an edit can be told from the writing. */
  #now(): string {
    this.#seconds = Math.max(this.#seconds + 1, Math.floor(Date.now() / 1_000));
    return new Date(this.#seconds * 1_000).toISOString().replace('.000Z', 'Z');
  }

  #giveToken(token: Token): string {
    const text = `ghs_${this.app.id}_${randomBytes(30).toString('base64url')}`;
    this.#tokens.set(text, token);
    return text;
  }

  #surface(): Surface {
    return {
      url: this.url,
      repositories: this.repositories,
      newId: () => this.#newId(),
      now: () => this.#now(),
      giveToken: (token) => this.#giveToken(token),
      archiveLink: (repository, commit) => {
        const path = `/codeload/${randomBytes(8).toString('hex')}`;
        const { owner, name, git, tarball } = repository;
        const body = (): Buffer => tarball ?? git.archive(commit, `${owner}-${name}-${commit.slice(0, 7)}`);
        this.#archives.set(path, { body, expires: Date.now() + ARCHIVE_LINK_MS });
        return this.url + path;
      },
      deliveries: this.webhooks.deliveries,
      webhookUrl: this.webhooks.url,
      redeliver: (id) => {
        if (!this.webhooks.redeliver(id)) throw notFound();
      },
      countContent: (token) => this.#countContent(token),
    };
  }

  /** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits */
  #countContent(token: Token): void {
    const since = Date.now() - 60_000;
    const times = (this.#content.get(token) ?? []).filter((time) => time > since);
    if (times.length >= (this.options.contentPerMinute ?? CONTENT_PER_MINUTE)) throw secondaryLimit(403, 60);
    this.#content.set(token, [...times, Date.now()]);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const path = pathname.replace(/^\/api\/v3(?=\/)/, '');
    const method = request.method ?? 'GET';
    const text = await bodyOf(request);
    const archive = this.#archives.get(path);
    if (archive) {
      const isOpen = archive.expires > Date.now() && request.headers.authorization === undefined;
      send(response, isOpen ? { status: 200, body: archive.body() } : { status: 404, body: { message: 'Not Found' } });
      return;
    }
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const found = match(method, path);
    const logged: LoggedRequest = {
      ...{ method, path, route: found?.route.path ?? path, body, creates: found?.route.creates ?? false, at: Date.now(), status: 0 },
    };
    this.requests.push(logged);
    for (const listener of [...this.#listeners]) await listener(logged);
    const fault = this.faults.take(method, path);
    if (fault === 'drop-before') {
      request.socket.destroy();
      return;
    }
    const killed = typeof fault === 'object' && fault !== null && 'kill' in fault ? fault : null;
    if (killed?.effect === 'none') {
      await killed.kill();
      return;
    }
    const isReplaced = typeof fault === 'object' && fault !== null && 'answer' in fault;
    const reply = isReplaced ? fault.answer : await this.#reply(request, logged, searchParams, found, fault);
    await killed?.kill();
    if (fault === 'drop-after' || killed) {
      request.socket.destroy();
      return;
    }
    logged.status = reply.status;
    this.#used += 1;
    const remaining = String(Math.max(0, HOURLY_REQUESTS - this.#used));
    const reset = String(Math.floor(Date.now() / 1_000) + 3_600);
    const headers = { 'x-ratelimit-limit': String(HOURLY_REQUESTS), 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset };
    const enterprise = pathname.startsWith('/api/v3/') ? { 'x-github-enterprise-version': ENTERPRISE_VERSION } : {};
    const own = { ...headers, ...enterprise, date: new Date(Date.now() + this.clockAheadMs).toUTCString() };
    const slow = typeof fault === 'object' && fault !== null && 'slowBody' in fault ? fault.slowBody : 0;
    await send(response, { ...reply, headers: { ...own, ...reply.headers } }, slow);
  }

  async #reply(
    request: IncomingMessage,
    logged: LoggedRequest,
    query: URLSearchParams,
    found: ReturnType<typeof match>,
    fault: FaultKind | null,
  ): Promise<Reply> {
    const { method, body } = logged;
    try {
      if (!found) {
        this.violations.push(`${method} ${logged.path} is not known here`);
        throw notFound();
      }
      const { route, params } = found;
      this.violations.push(...requestProblems(method, route.path, query, body));
      await refuse(fault);
      const token = letIn(request.headers.authorization, route, this.app, this.#tokens);
      const { owner, repo } = params;
      checkArchived(route, this.repositories.find((own) => own.owner === owner && own.name === repo));
      if (route.creates === true && token) this.#countContent(token);
      const context: Context = {
        ...{ params, query, token, app: this.app, server: this.#surface() },
        ...{ body: (body ?? {}) as Readonly<Record<string, unknown>>, accept: request.headers.accept ?? '' },
      };
      const reply = await route.handle(context);
      if (!Buffer.isBuffer(reply.body))
        this.violations.push(...responseProblems(method, route.path, reply.status, reply.body));
      if (fault === 'bad-gateway-after') throw new ApiError(502, 'Server Error');
      return reply;
    } catch (error) {
      if (!(error instanceof ApiError)) {
        this.violations.push(`${method} ${logged.path}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
        return { status: 500, body: { message: 'Server Error' } };
      }
      const { message, errors, status, headers } = error;
      return { status, headers, body: { message, ...(errors.length > 0 ? { errors } : {}), documentation_url: '' } };
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function send(response: ServerResponse, { status, body, headers = {} }: Reply, slow = 0): Promise<void> {
  const isBytes = Buffer.isBuffer(body);
  response.writeHead(status, {
    'content-type': isBytes ? 'application/octet-stream' : 'application/json; charset=utf-8',
    ...headers,
  });
  if (slow > 0) {
    response.write(isBytes ? '' : ' ');
    await sleep(slow);
  }
  response.end(body === undefined ? undefined : isBytes ? body : JSON.stringify(body));
}
