import type { PlanEvent } from './plan.js';

/** What a plan says about an event besides its schema, from any form of plan. */
export type EventDetails = Pick<PlanEvent, 'description' | 'status' | 'owner' | 'aliases' | 'since'>;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : text(value) === null
      ? []
      : [String(value)];

/** Words that say that an event must not be sent any more. */
const RETIRED: ReadonlySet<string> = new Set([
  'deprecated',
  'retired',
  'removed',
  'obsolete',
  'archived',
  'inactive',
]);

/** The first known text among several words for the same thing. */
const first = (data: Readonly<Record<string, unknown>>, words: readonly string[]): string | null =>
  words.map((word) => text(data[word])).find((found) => found !== null) ?? null;

/** Reads owner, status and the like from plain data; unknown words are left alone. */
export function eventDetails(data: Readonly<Record<string, unknown>>): EventDetails {
  const status = text(data['status'])?.toLowerCase() ?? null;
  const isRetired = data['deprecated'] === true || text(data['deprecated']) !== null;
  return {
    description: first(data, ['description', 'when', 'trigger']),
    status: isRetired || (status !== null && RETIRED.has(status)) ? 'deprecated' : 'active',
    owner: first(data, ['owner', 'team']),
    since: first(data, ['since', 'addedAt', 'added']),
    aliases: [...new Set([...texts(data['aliases']), ...texts(data['alias'])])],
  };
}
