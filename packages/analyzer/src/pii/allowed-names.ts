import type { Config } from '../config/config.js';
import { toWords } from './to-words.js';

/** Where a property is sent, for entries that are limited to a method or an event. */
export interface Destination {
  /** SDK method: `track`, `people.set`. */
  readonly method: string;
  readonly event: string | null;
}

/** True if the configuration allows the property here. Spelling and case do not matter: `workEmail` is `work_email`. */
export function isAllowedName(
  name: string,
  { method, event }: Destination,
  config: Pick<Config, 'pii'>,
): boolean {
  const own = toWords(name).join(' ');
  return config.pii.allow.some(
    (entry) =>
      (entry.name === name || toWords(entry.name).join(' ') === own) &&
      (entry.methods.length === 0 || entry.methods.includes(method)) &&
      (entry.events.length === 0 || (event !== null && entry.events.includes(event))),
  );
}

/** True if a name may be sent but never logged. */
export function isNeverLogged(name: string, config: Pick<Config, 'pii'>): boolean {
  const own = toWords(name).map((word) => (word === 'org' ? 'organization' : word));
  return config.pii.neverLog.some((entry) => {
    const words = toWords(entry);
    return words.length > 0 && words.every((word, index) => own[own.length - words.length + index] === word);
  });
}
