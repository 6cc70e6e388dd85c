import type { Severity } from '../rules/rule.js';
import { CATEGORIES, type PiiCategory } from './taxonomy.js';
import { toWords } from './to-words.js';
import {
  DERIVED_HEADS,
  DERIVED_MODIFIERS,
  INVERTIBLE,
  NEUTRAL_HEADS,
  POST_MODIFIERS,
  PREDICATES,
  TRANSPARENT,
} from './words/heads.js';
import { LONGEST_PHRASE, TERMS_BY_PHRASE } from './words/lexicon.js';
import { NAME_PARTS, PERSON_WORDS, SELF_WORDS } from './words/people.js';
import { ADDRESS_OF_NETWORK, ADDRESS_OF_THING, ADDRESS_OF_WALLET } from './words/place.js';
import { SOFTWARE_WORDS, THING_WORDS } from './words/things.js';
import type { Term } from './words/term.js';

/** What a name says about the value behind it. */
export type NameVerdict =
  | {
      readonly kind: 'personal';
      readonly category: PiiCategory;
      readonly severity: Severity;
      readonly reason: string;
    }
  /** Bare `name` and the like: the owner decides. */
  | {
      readonly kind: 'ambiguous';
      readonly category: PiiCategory;
      readonly severity: 'P2';
      readonly reason: string;
    }
  /** `decided`: a word says so (`emailType`); not just that nothing is known. */
  | { readonly kind: 'clean'; readonly decided: boolean; readonly reason: string };

export interface NameContext {
  /** Name or type of the object the value is read from: `user` in `user.name`. */
  readonly owner?: string;
}

/** Mixpanel's own profile properties whose bare words would be ambiguous (docs/tracking-methods/sdks, reserved properties). */
const RESERVED: Readonly<Record<string, PiiCategory>> = {
  $name: 'person-name',
  $location: 'precise-location',
};

/** Judges the name of a property, variable or field by its words; see the page of `no-pii` for the rules. */
export function classifyName(name: string, context: NameContext = {}): NameVerdict {
  const reserved = Object.hasOwn(RESERVED, name.toLowerCase()) ? RESERVED[name.toLowerCase()] : undefined;
  if (reserved) return personal(reserved, `${name} is a reserved profile property`);
  const words = toWords(name);
  if (words.length === 0) return unknown();
  const verdict = classifyWords(words);
  const owner =
    context.owner === undefined ? [] : toWords(context.owner).filter((word) => !OWNER_NOISE.has(word));
  return owner.length === 0 || words.length > 2 ? verdict : classifyOwned(words, owner, verdict);
}

/** The same for a field whose owner is known: `card` and `number`, `plan` and `name`, `error` and `message`. */
function classifyOwned(words: readonly string[], owner: readonly string[], alone: NameVerdict): NameVerdict {
  const owned = classifyBody([...owner, ...words]);
  if (owned.kind === 'personal' && (alone.kind !== 'clean' || !alone.decided || words.length === 1))
    return owned;
  if (alone.kind === 'clean') return alone;
  // The owner takes the personal meaning away, for certain only if it is known to be a thing.
  const isThing = owner.some(
    (word) => THING_WORDS.has(word) || SOFTWARE_WORDS.has(word) || FAILURES.has(word),
  );
  return owned.kind === 'clean' ? { ...owned, decided: isThing } : owned;
}

const FAILURES = new Set(['error', 'err', 'e', 'ex', 'exception', 'failure', 'warning', 'toast', 'alert']);

/** Names of boxes that say nothing about what is in them. */
const OWNER_NOISE = new Set(
  'dto model entity data info record row doc document response result payload prop type interface input output obj object ref value current snapshot get fetch load use find by the state store prop param arg option opt query context ctx self this req request body field form variable var fn callback cb input new old get set res args'.split(
    ' ',
  ),
);

function classifyWords(all: readonly string[]): NameVerdict {
  // A whole phrase counts before its first word can be read as a verb (`reset token`) or its last as a number (`line 1`).
  const phrase = TERMS_BY_PHRASE.get(all.join(' '));
  if (phrase && phrase.scope.kind !== 'listed' && all.length > 1)
    return personal(phrase.category, `\`${phrase.phrase}\` in the name`);
  if (all.length > 1 && PREDICATES.has(all[0] ?? '')) return clean(`it starts with \`${all[0] ?? ''}\``);
  return classifyBody(all);
}

function classifyBody(all: readonly string[]): NameVerdict {
  const words = trimTail(all);
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);

  const derived = classifyDerived(words);
  if (derived) return derived;

  const count = before.at(-1) === 'of' ? words.length : 0;
  if (count > 0 && ['number', 'count', 'total', 'type', 'kind', 'sum'].includes(words[0] ?? ''))
    return clean('it counts or sorts');
  if (isManner(before)) return clean('it says how something is done');

  if (last === 'name') return classifyNameHead(before);
  if (last === 'address' || last === 'addr') {
    const address = classifyAddressHead(before);
    if (address) return address;
  }
  const term = findTerm(words) ?? findNumbered(words);
  if (term) return personal(term.category, `\`${term.phrase}\` in the name`);
  if (words.length >= 3 && words.includes('of')) return classifyOf(words);
  if (NEUTRAL_HEADS.has(last))
    return words.length === 1 && VAGUE.has(last) ? unknown() : clean(`it ends with \`${last}\``);
  const inverted = invert(words);
  return inverted ? classifyWords(inverted) : unknown();
}

/** Alone, these say nothing about what is behind them: `form.field`, `address.code`. */
const VAGUE = new Set(
  'code key field column label option result text source at on date in out time reason level mode link app placeholder'.split(
    ' ',
  ),
);

/** `login_with_email`, `sort_by_name`, `signup_via_phone`; not `shared_with_email` or `invited_by_email`. */
function isManner(before: readonly string[]): boolean {
  const preposition = before.at(-1) ?? '';
  const action = before.at(-2) ?? '';
  if (preposition === 'via' || preposition === 'using' || preposition === 'through') return true;
  if (preposition === 'with')
    return /^(?:log|login|sign|signin|signup|in|up|continue|auth|connect|start|pay|register|proceed|verify|unlock|try)$/.test(
      action,
    );
  return preposition === 'by' && (!PASSIVE.test(action) || ORDERING.test(action));
}

const ORDERING =
  /^(?:sorted|ordered|grouped|filtered|searched|indexed|keyed|verified|contacted|partitioned)$/;
const PASSIVE = /(?:ed|sent|made|written|given|seen|paid|own)$/;

/** Drops numbers and words that say nothing from the end: `email2`, `phoneValue`. */
function trimTail(all: readonly string[]): readonly string[] {
  let end = all.length;
  while (end > 1) {
    const word = all[end - 1] ?? '';
    const isNumber = /^\p{N}+$/u.test(word) && all[end - 2] !== 'last';
    if (!isNumber && !TRANSPARENT.has(word)) break;
    end -= 1;
  }
  const words = all.slice(0, end);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && ['no', 'num', 'nr', 'nbr'].includes(last)) return [...words.slice(0, -1), 'number'];
  return words;
}

function classifyDerived(words: readonly string[]): NameVerdict | null {
  if (words.length < 2) return null;
  const isDomainName = words.at(-1) === 'name' && words.at(-2) === 'domain' && words.length > 2;
  if (isDomainName) return classifyDerived(words.slice(0, -1));
  const last = words.at(-1) ?? '';
  const isLastFour = words.at(-2) === 'last' && /^(?:4|four|digit)$/.test(last);
  const head = isLastFour ? words.slice(0, -2) : DERIVED_HEADS.has(last) ? words.slice(0, -1) : null;
  const first = words[0] ?? '';
  const tail = DERIVED_MODIFIERS.has(first) ? words.slice(/^\d+$/.test(words[1] ?? '') ? 2 : 1) : null;
  for (const rest of [head, tail]) {
    if (rest === null || rest.length === 0) continue;
    const whole =
      last === 'initial' && (PERSON_WORDS.has(rest.at(-1) ?? '') || NAME_PARTS.has(rest.at(-1) ?? ''))
        ? personal('person-name', '')
        : classifyWords(rest);
    if (whole.kind === 'personal' || (isLastFour && /^(?:card|account|cc|ssn)$/.test(rest.at(-1) ?? ''))) {
      const category = whole.kind === 'personal' ? whole.category : 'payment';
      return { kind: 'personal', category, severity: 'P2', reason: 'a part or a hash of personal data' };
    }
    if (rest === head) return clean(`it ends with \`${last}\``);
  }
  return null;
}

function classifyNameHead(before: readonly string[]): NameVerdict {
  const owner = before.filter((word) => !/^\d+$/.test(word));
  const last = owner.at(-1);
  if (last === undefined)
    return { kind: 'ambiguous', category: 'person-name', severity: 'P2', reason: 'a bare `name`' };
  const term =
    TERMS_BY_PHRASE.get(`${last} name`) ?? TERMS_BY_PHRASE.get(`${owner.slice(-2).join(' ')} name`);
  if (term) return personal(term.category, `\`${term.phrase}\` in the name`);
  if (NAME_PARTS.has(last)) {
    const thing = owner.find((word) => THING_WORDS.has(word));
    const person = owner.find((word) => PERSON_WORDS.has(word)) ?? ONLY_OF_PEOPLE.exec(last)?.[0];
    if (thing !== undefined && person === undefined) return clean(`the name of a ${thing}`);
    return personal('person-name', `\`${last} name\` is a part of a person's name`);
  }
  // `created_by_name`, `assigned_to_name`: only people create and are assigned to.
  if ((last === 'by' || last === 'to') && PASSIVE.test(owner.at(-2) ?? ''))
    return personal('person-name', `the name after \`${last}\``);
  const role = owner.findLast((word) => !SELF_WORDS.has(word) || PERSON_WORDS.has(word)) ?? last;
  const beforeRole = owner[owner.lastIndexOf(role) - 1] ?? '';
  if (PERSON_WORDS.has(role) && role !== 'personal' && !SOFTWARE_WORDS.has(beforeRole)) {
    return personal('person-name', `the name of a ${role}`);
  }
  const holder = owner.slice(-2).join(' ');
  if (
    /^(?:account|card|policy|passport|ticket|title) holder$|^sales? rep$|^(?:sale|support|real estate|travel|insurance) agent$/.test(
      holder,
    )
  ) {
    return personal('person-name', `the name of a ${holder}`);
  }
  return clean(`the name of a ${role}`);
}

const ONLY_OF_PEOPLE = /^(?:first|last|middle|given|family|maiden|sur|nick|birth)$/;

function classifyAddressHead(before: readonly string[]): NameVerdict | null {
  const last = before.at(-1) ?? '';
  if (before.some((word) => ADDRESS_OF_WALLET.has(word)) && !ADDRESS_OF_THING.has(last))
    return personal('wallet', 'the address of a wallet');
  if (ADDRESS_OF_NETWORK.has(last)) return personal('network-address', 'a network address');
  if (ADDRESS_OF_THING.has(last)) return clean(`the address of a ${last}`);
  const phrase = findTerm([...before, 'address']);
  if (phrase) return personal(phrase.category, `\`${phrase.phrase}\` in the name`);
  return personal('postal-address', '`address` in the name');
}

/** The longest phrase that ends the words, if what stands before it lets it count. */
function findTerm(words: readonly string[]): Term | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length); length >= 1; length -= 1) {
    const term = TERMS_BY_PHRASE.get(words.slice(words.length - length).join(' '));
    if (term && isInScope(term, words[words.length - length - 1])) return term;
  }
  return null;
}

/** `iban code`, `passport no`: the number of something that is a number itself. */
function findNumbered(words: readonly string[]): Term | null {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || (last !== 'number' && last !== 'code')) return null;
  const term = findTerm(words.slice(0, -1));
  if (term === null) return null;
  const isNumber =
    term.category === 'government-id' ||
    term.category === 'payment' ||
    (last === 'number' && term.category === 'phone');
  return isNumber ? term : null;
}

function isInScope(term: Term, before: string | undefined): boolean {
  const { scope } = term;
  switch (scope.kind) {
    case 'anything':
      return before === undefined || !scope.except.includes(before);
    case 'person':
      return (
        before === undefined ||
        PERSON_WORDS.has(before) ||
        SELF_WORDS.has(before) ||
        scope.also.includes(before)
      );
    case 'listed':
      return before !== undefined && (PERSON_WORDS.has(before) || scope.also.includes(before));
  }
}

/** `name_of_patient` is the patient's name. */
function classifyOf(words: readonly string[]): NameVerdict {
  const at = words.indexOf('of');
  return classifyWords([
    ...words.slice(at + 1).filter((word) => word !== 'the' && word !== 'a'),
    ...words.slice(0, at),
  ]);
}

/** `phone_home` is the home phone; null if the name is not written that way. */
function invert(words: readonly string[]): readonly string[] | null {
  const modifier = words.at(-1) ?? '';
  const head = words.at(-2) ?? '';
  if (words.length < 2 || !POST_MODIFIERS.has(modifier) || !INVERTIBLE.has(head)) return null;
  if (head === 'name' && !NAME_PARTS.has(modifier)) return null;
  return [...words.slice(0, -2), modifier, head];
}

function personal(category: PiiCategory, reason: string): NameVerdict {
  return { kind: 'personal', category, severity: CATEGORIES[category].severity, reason };
}

function clean(reason: string): NameVerdict {
  return { kind: 'clean', decided: true, reason };
}

function unknown(): NameVerdict {
  return { kind: 'clean', decided: false, reason: 'no word of it means personal data' };
}
