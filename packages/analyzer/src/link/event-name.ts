import type { EventForm, EventName } from './call.js';
import { alternatives } from './build-value.js';
import type { Place, Value } from './value.js';

/** Alternatives of a name that are still worth listing. */
const NAMES_LIMIT = 64;

interface Spelling {
  readonly names: readonly string[];
  /** With `*` for unknown parts; null if nothing of it is known. */
  readonly pattern: string | null;
  /** Every alternative is a known string. */
  readonly isComplete: boolean;
}

function product(prefixes: readonly string[], suffixes: readonly string[]): readonly string[] {
  return prefixes.flatMap((prefix) => suffixes.map((suffix) => prefix + suffix)).slice(0, NAMES_LIMIT);
}

function spell(value: Value): Spelling {
  if (value.kind === 'literal') {
    return typeof value.value === 'string' && value.value !== ''
      ? { names: [value.value], pattern: null, isComplete: true }
      : { names: [], pattern: null, isComplete: true };
  }
  if (value.kind === 'template') {
    let names: readonly string[] = [''];
    let pattern = '';
    let isComplete = true;
    for (const part of value.parts) {
      const spelled =
        typeof part === 'string' ? { names: [part], pattern: null, isComplete: true } : spell(part);
      const isKnown = spelled.isComplete && spelled.names.length > 0;
      if (isKnown) names = product(names, spelled.names);
      isComplete &&= isKnown;
      pattern += isKnown && spelled.names.length === 1 ? (spelled.names[0] ?? '*') : '*';
    }
    return isComplete ? { names, pattern: null, isComplete } : { names: [], pattern, isComplete };
  }
  const options = alternatives(value);
  if (options.length > 1) {
    const spelled = options.map(spell);
    const names = [...new Set(spelled.flatMap((each) => each.names))];
    const pattern =
      names.length === 0 ? (spelled.find((each) => each.pattern !== null)?.pattern ?? null) : null;
    return { names, pattern, isComplete: spelled.every((each) => each.isComplete) };
  }
  const [only] = options;
  if (only && only !== value) return spell(only);
  return { names: [], pattern: null, isComplete: false };
}

function formOf(value: Value, spelled: Spelling, isLiteralHere: boolean): EventForm {
  if (spelled.names.length > 1) return 'set';
  if (spelled.names.length === 1 && spelled.isComplete) return isLiteralHere ? 'literal' : 'constant';
  if (spelled.names.length === 1) return 'set';
  return spelled.pattern !== null && /[^*]/.test(spelled.pattern) ? 'pattern' : 'unresolved';
}

/** Reads an event name off the value of an event argument. `call`: place of the tracking call. */
export function readEventName(value: Value, call: Place, textAt: (place: Place) => string): EventName {
  const spelled = spell(value);
  const isInside = value.at.file === call.file && value.at.start >= call.start && value.at.end <= call.end;
  const isLiteralHere = isInside && /^['"`]/.test(textAt(value.at));
  const form = formOf(value, spelled, isLiteralHere);
  const [only] = spelled.names;
  return {
    form,
    name: spelled.names.length === 1 && spelled.isComplete && only !== undefined ? only : null,
    names: spelled.names,
    pattern: spelled.pattern !== null && /[^*]/.test(spelled.pattern) ? spelled.pattern : null,
    value,
    at: value.at,
  };
}
