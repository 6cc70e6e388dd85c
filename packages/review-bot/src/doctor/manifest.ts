import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** The same from the sources and from the build. */
const FILE = new URL('../../app.yml', import.meta.url);

export type Level = 'read' | 'write';

const manifest = z.object({
  name: z.string(),
  url: z.string(),
  description: z.string(),
  public: z.boolean(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()).readonly(),
});

/** What `app.yml` says about the GitHub App. */
export type Manifest = Readonly<z.infer<typeof manifest>>;

export function readManifest(): Manifest {
  return manifest.parse(parse(readFileSync(FILE, 'utf8')));
}

/** GitHub sends these to every App, subscribed or not. */
export const AUTOMATIC_EVENTS: readonly string[] = ['installation', 'installation_repositories'];

const RANK: Readonly<Record<string, number>> = { read: 1, write: 2, admin: 3 };

export interface PermissionGap {
  /** Such as `checks: write (it has read)`. */
  readonly missing: readonly string[];
  /** More than is needed, such as `issues: write`. */
  readonly superfluous: readonly string[];
}

/** Compares permissions that were given with those that are needed. */
export function comparePermissions(
  given: Readonly<Record<string, string>>,
  needed: Readonly<Record<string, Level>>,
): PermissionGap {
  const rankOf = (level: string | undefined): number => RANK[level ?? ''] ?? 0;
  return {
    missing: Object.entries(needed).flatMap(([name, level]) => {
      const has = given[name];
      if (rankOf(has) >= rankOf(level)) return [];
      return [`${name}: ${level}${has === undefined ? '' : ` (it has ${has})`}`];
    }),
    superfluous: Object.entries(given).flatMap(([name, level]) =>
      rankOf(level) > rankOf(needed[name]) ? [`${name}: ${level}`] : [],
    ),
  };
}
