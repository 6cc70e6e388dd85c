import type { Finding } from '../review/review.js';

/** A finding in a few words: `no-pii: "email" of "Task Created"`. Plain text; every format escapes it its own way. */
export function findingTitle({
  rule,
  event,
  property,
}: Pick<Finding, 'rule' | 'event' | 'property'>): string {
  const subject = [property, event].filter((part) => part !== null).map((part) => `"${part}"`);
  return subject.length === 0 ? rule : `${rule}: ${subject.join(' of ')}`;
}
