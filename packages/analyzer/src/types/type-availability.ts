import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../source/source.js';
import type { TypeAvailability } from './type-oracle.js';

/** What can be told about the types without a compiler. */
export function typeAvailability(source: Source): TypeAvailability {
  const root = source.directory ?? null;
  const folders = source
    .list()
    .flatMap(({ path }) =>
      /(?:^|\/)package\.json$/.test(path) ? [path.slice(0, -'package.json'.length)] : [],
    );
  const hasDependencies =
    root !== null && ['', ...folders].some((folder) => existsSync(join(root, folder, 'node_modules')));
  if (!hasDependencies) {
    return {
      ok: false,
      reason:
        'Dependencies are not installed, so types that come from packages are unknown; install them for a closer look.',
    };
  }
  if (!source.list().some(({ path }) => /(?:^|\/)[tj]sconfig(?:\.[^/]+)?\.json$/.test(path))) {
    return {
      ok: false,
      reason: 'There is no tsconfig.json, so only types that the code itself shows are known.',
    };
  }
  return { ok: true, reason: null };
}
