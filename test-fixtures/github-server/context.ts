import { ApiError, notFound } from './api-error.js';
import type { FakeRepository } from './fake-repository.js';
import type { AppState } from './objects.js';
import type { PullState, Token } from './state.js';

/** A request that was let in, as a route sees it. */
export interface Context {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
  /** Null for what is asked with the App's own key or without any. */
  readonly token: Token | null;
  readonly app: AppState;
  readonly server: Surface;
}

/** What routes need of the server. */
export interface Surface {
  /** Address of the API, without a slash at the end. */
  readonly url: string;
  readonly repositories: readonly FakeRepository[];
  newId(): number;
  now(): string;
  giveToken(token: Token): string;
  archiveLink(repository: FakeRepository, commit: string): string;
  readonly deliveries: readonly DeliveryState[];
  /** Where webhooks are delivered to; null: nowhere. */
  readonly webhookUrl: string | null;
  redeliver(id: number): void;
  countContent(token: Token): void;
}

export interface DeliveryState {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly body: string;
  deliveredAt: string;
  statusCode: number;
  readonly isRedelivery: boolean;
  readonly installation: number | null;
}

export interface Reply {
  readonly status: number;
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: string;
  /** As GitHub's description writes it. */
  readonly path: string;
  /** Who may ask: anyone, the App by its key, or a token with a permission on the repository. */
  readonly access: 'anyone' | 'app' | { readonly permission: string; readonly level: 'read' | 'write' };
  /** True if it counts as creating content. */
  readonly creates?: boolean;
  handle(context: Context): Reply | Promise<Reply>;
}

export const read = (permission: string) => ({ permission, level: 'read' }) as const;
export const write = (permission: string) => ({ permission, level: 'write' }) as const;

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });

export function repositoryOf({ params, server, token }: Context): FakeRepository {
  const found = server.repositories.find(
    ({ owner, name }) =>
      owner.toLowerCase() === params['owner']?.toLowerCase() && name.toLowerCase() === params['repo']?.toLowerCase(),
  );
  if (!found || (token && !isFor(token, found))) throw notFound();
  return found;
}

export const isFor = (token: Token, repository: FakeRepository): boolean =>
  (token.repository ?? repository) === repository && (token.owner ?? repository.owner) === repository.owner;

export function pullOf(context: Context, parameter = 'pull_number'): PullState {
  const number = Number(context.params[parameter]);
  const found = repositoryOf(context).pulls.find((pull) => pull.number === number);
  if (!found) throw notFound();
  return found;
}

/** One page of a list, with the links to the others. */
export function paged<T>(
  { query, server, params }: Context,
  path: string,
  items: readonly T[],
  wrap: (page: readonly T[]) => unknown = (page) => page,
): Reply {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30)));
  const page = Math.max(1, Number(query.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const link = (number: number, relation: string): string => {
    const next = new URLSearchParams(query);
    next.set('page', String(number));
    return `<${server.url}${address}?${next.toString()}>; rel="${relation}"`;
  };
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [];
  return {
    status: 200,
    body: wrap(items.slice((page - 1) * size, page * size)),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

export function requireBodyText(body: Readonly<Record<string, unknown>>): string {
  const text = body['body'];
  if (typeof text !== 'string') throw new ApiError(422, 'Validation Failed', ['body is missing']);
  return text;
}
