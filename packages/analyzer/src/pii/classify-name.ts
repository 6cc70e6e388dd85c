import { letterPattern } from '../patterns/letter-pattern.js';
import { classifyAddressHead, classifyNameHead, PASSIVE } from './ambiguous-heads.js';
import { findDetailed, findNumbered, findTerm, findWhole } from './find-term.js';
import type { NameVerdict } from './name-verdict.js';
import { clean, personal, unknown } from './name-verdict.js';
import type { PiiCategory } from './taxonomy.js';
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
import { TERMS_BY_PHRASE } from './words/lexicon.js';
import { NAME_PARTS, PERSON_WORDS } from './words/people.js';
import { SOFTWARE_WORDS, THING_WORDS } from './words/things.js';

export type { NameVerdict } from './name-verdict.js';

export interface NameContext {
  /** Name or type of the object the value is read from: `user` in `user.name`. */
  readonly owner?: string;
}

/** `last4` of what is not said (a card, an account), `initials` of somebody. */
function partAlone(name: string, words: readonly string[]): PiiCategory | null {
  if (/^last (?:4|four)(?: digit)?$/.test(words.join(' '))) return 'payment';
  return name.toLowerCase() === 'initials' ? 'person-name' : null;
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
  const part = partAlone(name, words);
  if (part) return { kind: 'personal', category: part, severity: 'P2', reason: 'a part of personal data' };
  const verdict = classifyWords(words);
  const owner =
    context.owner === undefined
      ? []
      : withoutCompany(toWords(context.owner)).filter((word) => !OWNER_NOISE.has(word));
  return owner.length === 0 || words.length > 2 ? verdict : classifyOwned(words, owner, verdict);
}

/** The same for a field whose owner is known: `card` and `number`, `plan` and `name`, `error` and `message`. */
function classifyOwned(words: readonly string[], owner: readonly string[], alone: NameVerdict): NameVerdict {
  if (FLAGS.has(owner.at(-1) ?? '') && words.length === 1)
    return clean(`a field of \`${owner.at(-1) ?? ''}\``);
  const owned = classifyBody([...owner, ...words]);
  const isFailure = owner.some((word) => FAILURES.has(word));
  if (isFailure && owned.kind === 'personal' && owned.category === 'free-text')
    return clean('it is the text of an error');
  if (owned.kind === 'personal' && (alone.kind !== 'clean' || !alone.decided || words.length === 1))
    return owned;
  if (alone.kind === 'clean') return alone;
  // The owner takes the personal meaning away, for certain only if it is known to be a thing; an account is a person's as often.
  const isThing = owner.some(
    (word) => word !== 'account' && (THING_WORDS.has(word) || SOFTWARE_WORDS.has(word) || FAILURES.has(word)),
  );
  return owned.kind === 'clean' ? { ...owned, decided: isThing } : owned;
}

/** `projectWithMembers.name` is the project's; `sharedWith.name` and `invitedByUser.name` are those of people. */
function withoutCompany(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => word === 'with' || word === 'including' || word === 'without');
  return at > 0 && at < words.length - 1 && !PASSIVE.test(words[at - 1] ?? '') ? words.slice(0, at) : words;
}

/** Objects whose fields are called like the data that they are about: `errors.email`, `notifications.phone`. */
const FLAGS = new Set(
  'error touched dirty notification preference verified verification consent permission subscription visibility validation valid enabled required optin toggle'.split(
    ' ',
  ),
);

export const FAILURES: ReadonlySet<string> = new Set([
  'error',
  'err',
  'e',
  'ex',
  'exception',
  'failure',
  'warning',
  'toast',
  'alert',
]);

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

function classifyBody(given: readonly string[]): NameVerdict {
  // `ship_to_zip`: whose it is, not what it is.
  const all =
    given.length > 2 && SENT_TO.test(given.slice(0, 2).join(' ')) && given[2] !== 'name'
      ? given.slice(2)
      : given;
  const words = trimTail(all);
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);

  const derived = classifyDerived(words);
  if (derived) return derived;

  const count = before.at(-1) === 'of' ? words.length : 0;
  if (count > 0 && ['number', 'count', 'total', 'type', 'kind', 'sum'].includes(words[0] ?? ''))
    return clean('it counts or sorts');
  if (isManner(before)) return clean('it says how something is done');
  // `amount_to_pay`: what is to be paid, not what somebody earns.
  if (last === 'pay' && before.at(-1) === 'to') return clean('it says what is to be paid');

  if (last === 'name') return classifyNameHead(before);
  if (last === 'address' || last === 'addr') {
    const address = classifyAddressHead(before);
    if (address) return address;
  }
  const term = findWhole(all) ?? findTerm(words) ?? findNumbered(words) ?? findDetailed(words);
  if (term) return personal(term.category, `\`${term.phrase}\` in the name`);
  if (words.length >= 3 && words.includes('of')) return classifyOf(words);
  const known = withoutOccasion(words);
  if (known) return classifyBody(known);
  if (NEUTRAL_HEADS.has(last))
    return words.length === 1 && VAGUE.has(last) ? unknown() : clean(`it ends with \`${last}\``);
  const inverted = invert(words);
  return inverted ? classifyWords(inverted) : unknown();
}

const SENT_TO = /^(?:ship|bill|deliver|sold|sell|mail|send|return) to$/;

/** `email_for_receipt`, `ip_at_signup`, `phone_with_country_code`: what stands before says what it is. */
function withoutOccasion(words: readonly string[]): readonly string[] | null {
  const before = OCCASION.exec(words.join(' '))?.[1];
  return before === undefined ? null : before.split(' ');
}

const OCCASION =
  /^(.+) (?:for (?:the )?(?:receipt|invoice|order|booking|contact|delivery|billing|login|signup|account|notification|reply|callback|updates?|user|customer)|at (?:signup|sign up|registration|login|checkout|purchase|order|booking|submission|creation|event)|with (?:country code|country|area code|code|prefix|extension|unit|apartment|title))$/;

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

const NUMBER = letterPattern(/^[\p{N}]+$/u);

/** Drops numbers and words that say nothing from the end: `email2`, `phoneValue`. */
function trimTail(all: readonly string[]): readonly string[] {
  let end = all.length;
  while (end > 1) {
    const word = all[end - 1] ?? '';
    const isNumber = NUMBER(word).test(word) && all[end - 2] !== 'last';
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
  if (first === 'last' && /^(?:4|four)$/.test(words[1] ?? '') && words.length > 2) {
    const whole = classifyWords(words.slice(2));
    return whole.kind === 'personal' ? { ...whole, severity: 'P2', reason: 'the last digits of it' } : null;
  }
  const tail = DERIVED_MODIFIERS.has(first) ? words.slice(/^\d+$/.test(words[1] ?? '') ? 2 : 1) : null;
  for (const rest of [head, tail]) {
    if (rest === null || rest.length === 0) continue;
    const whole =
      last === 'initial' &&
      (rest.at(-1) === 'name' || PERSON_WORDS.has(rest.at(-1) ?? '') || NAME_PARTS.has(rest.at(-1) ?? ''))
        ? personal('person-name', '')
        : classifyWords(rest);
    const isNumbered = (isLastFour || rest === tail) && /^(?:card|account|cc|ssn)$/.test(rest.at(-1) ?? '');
    // The site somebody came from, without the rest of its URL, says nothing about them.
    if (last === 'domain' && whole.kind === 'personal' && whole.category === 'raw-url')
      return clean('only the domain of it');
    if (whole.kind === 'personal' || isNumbered) {
      const category = whole.kind === 'personal' ? whole.category : 'payment';
      return { kind: 'personal', category, severity: 'P2', reason: 'a part or a hash of personal data' };
    }
    if (rest === head) return clean(`it ends with \`${last}\``);
  }
  return null;
}

/** `name_of_patient` is the patient's name. */
function classifyOf(words: readonly string[]): NameVerdict {
  const at = words.indexOf('of');
  return classifyWords([
    ...words.slice(at + 1).filter((word) => word !== 'the' && word !== 'a'),
    ...words.slice(0, at),
  ]);
}

/** `dob_child`, `name_patient`; not `email_client` or `card_reader`, which are things. */
const AFTER_THEIR_DATA: ReadonlySet<string> = new Set(
  `user customer patient child baby parent mother father guardian spouse employee student guest driver buyer seller applicant borrower tenant
  passenger donor insured beneficiary`.split(/\s+/),
);
const OF_SOMEBODY: ReadonlySet<string> = new Set([
  ...INVERTIBLE,
  'dob',
  'birthday',
  'birthdate',
  'date',
  'ssn',
  'age',
  'gender',
]);

/** `phone_home` is the home phone; null if the name is not written that way. */
function invert(words: readonly string[]): readonly string[] | null {
  const modifier = words.at(-1) ?? '';
  const head = words.at(-2) ?? '';
  if (words.length > 1 && AFTER_THEIR_DATA.has(modifier) && OF_SOMEBODY.has(head))
    return [modifier, ...words.slice(0, -1)];
  if (words.length < 2 || !POST_MODIFIERS.has(modifier) || !INVERTIBLE.has(head)) return null;
  if (head === 'name' && !NAME_PARTS.has(modifier)) return null;
  // `mobile_first` is a way to design.
  if ((head === 'mobile' || head === 'cell') && NAME_PARTS.has(modifier)) return null;
  return [...words.slice(0, -2), modifier, head];
}
