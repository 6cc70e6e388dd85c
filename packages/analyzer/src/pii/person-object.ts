import type { Value } from '../link/value.js';
import { calleeName } from './call-effect.js';
import { toWords } from './to-words.js';
import { valueName } from './value-label.js';
import { PERSON_OBJECTS, PERSON_WORDS, SELF_WORDS } from './words/people.js';
import { SOFTWARE_WORDS, THING_WORDS } from './words/things.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Names that stand for a person even if nothing else is known about the value. */
const CORE = set('user profile customer contact session person patient me');
/** Any of these before `profile`, `session` or `contact` keeps them a person's. */
const OWN = set(
  'user current auth authenticated logged in my new updated customer member active login next db full the fetched existing cached',
);
/** Ends of the names of types that hold a person: `UserDto`, `IUser`, `CustomerRecord`. */
const TYPE_NOISE = set(
  'dto model entity type interface input record row document doc response payload schema attribute detail info data i raw full base partial props',
);
/** A value of that name says what kind of person it is, or how one is written down. */
const DESCRIPTIONS = set('type interface schema');
const FORM_NAMES =
  /^(?:form(?:ik)?_?(?:values?|data|state|fields?|input)|form_?body|contact_?form|registration_?data|signup_?data)$/i;
const FORM_READERS = set('getValues getFieldsValue getFormValues formData getFormData');
const REQUEST = set('req request ctx context event koa_ctx');
/** Names of bags that may hold anything: nothing can be said about them. */
const BAGS = set(
  'property prop data payload param event arg argument option opts config context value extra meta metadata detail info attribute trait field parameter input rest body args values item object obj params props result response state',
);

/** Why a value is a whole person, told by its name; null if it is not called so. */
export function personObjectByName(value: Value): string | null {
  const form = formValues(value);
  if (form !== null) return form;
  const name = personName(value);
  if (name !== null && isPersonObjectName(name)) return `\`${name}\` is a whole person`;
  return value.alias !== undefined && value.alias !== name && isPersonObjectName(value.alias)
    ? `\`${value.alias}\` is a whole person`
    : null;
}

function personName(value: Value): string | null {
  if (value.kind !== 'call') return valueName(value);
  const words = toWords(calleeName(value.callee) ?? '');
  const verb = words[0] ?? '';
  return words.length > 1 &&
    /^(?:get|fetch|load|find|select|use|read|retrieve|query|resolve|require|current|create|update|upsert|save|ensure|as|to)$/.test(
      verb,
    )
    ? words
        .slice(1)
        .filter(
          (word) =>
            ![
              'by',
              'id',
              'with',
              'from',
              'server',
              'or',
              'throw',
              'unsafe',
              'first',
              'unique',
              'one',
            ].includes(word),
        )
        .join('_')
    : words.length === 1
      ? verb
      : null;
}

/** True for `user`, `currentUser`, `userProfile`, `newCustomers`, not for `browserProfile`, `userId` or `userType`. */
export function isPersonObjectName(name: string): boolean {
  // `BLOCK_USER`: a constant.
  if (/^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(name)) return false;
  const words = toWords(name).filter((word) => !/^\d+$/.test(word));
  if (DESCRIPTIONS.has(words.at(-1) ?? '')) return false;
  while (words.length > 1 && TYPE_NOISE.has(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  if (!CORE.has(last)) return false;
  if (last === 'me') return before.length === 0;
  if (last === 'profile' || last === 'session' || last === 'contact') {
    return before.every((word) => OWN.has(word) || PERSON_WORDS.has(word) || SELF_WORDS.has(word));
  }
  return !before.some((word) => SOFTWARE_WORDS.has(word) || THING_WORDS.has(word) || NOT_OF_PERSON.has(word));
}

const NOT_OF_PERSON = set(
  'is has num total count per by on for to from via invite no of non hide show max min daily weekly monthly yearly annual concurrent additional extra remaining unlimited',
);

/** True if a type's name says that it is a person: `User`, `CustomerDto`, `PatientRecord`. */
export function isPersonType(name: string): boolean {
  const words = [...toWords(name)];
  while (words.length > 1 && TYPE_NOISE.has(words.at(-1) ?? '')) words.pop();
  if (words[0] === 'i' || words[0] === 't') words.shift();
  const last = words.at(-1) ?? '';
  return (
    PERSON_OBJECTS.has(last) &&
    !words.slice(0, -1).some((word) => SOFTWARE_WORDS.has(word) || THING_WORDS.has(word))
  );
}

/** True for `properties`, `data`, `payload` and the like. */
export function isBagName(name: string): boolean {
  return BAGS.has(toWords(name).at(-1) ?? '');
}

function formValues(value: Value): string | null {
  const name = valueName(value);
  if (name !== null && FORM_NAMES.test(name))
    return `\`${name}\` holds everything that was typed into a form`;
  if (value.kind === 'member') {
    const owner = valueName(value.object) ?? '';
    if (value.name === 'body' && REQUEST.has(owner.toLowerCase()))
      return `\`${owner}.body\` is everything that the request sent`;
    if (/^(?:values|formData|fields)$/.test(value.name ?? '') && /form/i.test(owner))
      return `\`${owner}.${value.name ?? ''}\` holds everything that was typed into a form`;
  }
  if (value.kind !== 'call') return null;
  const callee = calleeName(value.callee) ?? '';
  if (FORM_READERS.has(callee) && value.args.length === 0)
    return `\`${callee}()\` gives everything that was typed into a form`;
  const [first] = value.args;
  if (callee === 'fromEntries' && first?.kind === 'call' && calleeName(first.callee) === 'FormData')
    return 'everything that was typed into a form';
  return null;
}
