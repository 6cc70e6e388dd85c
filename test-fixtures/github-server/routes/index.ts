import { isDescribed } from '../openapi.js';
import type { Route } from '../context.js';
import { appRoutes } from './app.js';
import { checkRoutes } from './checks.js';
import { commentRoutes } from './comments.js';
import { gitDataRoutes } from './git-data.js';
import { pullRoutes } from './pulls.js';

const routes: readonly Route[] = [...appRoutes, ...gitDataRoutes, ...pullRoutes, ...checkRoutes, ...commentRoutes];

interface Matcher {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly literals: number;
}

const matchers: readonly Matcher[] = routes
  .map((route) => {
    if (!isDescribed(route.method, route.path)) throw new Error(`GitHub does not describe ${route.method} ${route.path}.`);
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = new RegExp(`^${route.path.replace(/\{\w+\}/g, '([^/]+)')}$`);
    return { route, pattern, names, literals: route.path.split('/').filter((part) => !part.startsWith('{')).length };
  })
  // `/pulls/comments/{id}` before `/pulls/{number}/comments`.
  .sort((a, b) => b.literals - a.literals);

/** The route of a request and the values in its path; null if there is none. */
export function match(
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | null {
  for (const { route, pattern, names } of matchers) {
    const found = route.method === method ? pattern.exec(path) : null;
    if (!found) continue;
    const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
    return { route, params };
  }
  return null;
}
