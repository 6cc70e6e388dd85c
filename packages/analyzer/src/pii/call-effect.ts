import type { CallValue, Value } from '../link/value.js';
import { toWords } from './to-words.js';
import { PREDICATES } from './words/heads.js';

/** What a call of something unknown does with the data that goes in. */
export type CallEffect =
  /** The data comes out again, perhaps formatted. `isText`: only a text can have gone in. */
  | { readonly kind: 'carries'; readonly from: readonly Value[]; readonly isText: boolean }
  /** A plain hash: the same person gives the same text. */
  | { readonly kind: 'hashes'; readonly from: readonly Value[]; readonly name: string }
  /** A part of the data: a domain, an initial. */
  | { readonly kind: 'shortens'; readonly from: readonly Value[]; readonly name: string }
  /** Nothing personal comes out. */
  | { readonly kind: 'cleans'; readonly name: string }
  /** A number or date is made of the data; text cannot survive. */
  | { readonly kind: 'measures'; readonly from: readonly Value[]; readonly name: string }
  /** `form.get('email')`: the name of what is read. */
  | { readonly kind: 'reads'; readonly key: string }
  /** `getUserEmail()`: what comes out is called so, of the given owner. */
  | { readonly kind: 'gives'; readonly noun: string; readonly owner: Value | null }
  | { readonly kind: 'maps'; readonly list: Value; readonly mapper: Value | null };

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const CARRYING_METHODS = set(
  `trim trimStart trimEnd toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase normalize replace replaceAll slice substring substr
  padStart padEnd concat split join toString valueOf toJSON at repeat reverse sort filter find findLast flat flatMap values entries toISOString
  toLocaleString toLocaleDateString toDateString getTime format match matchAll exec pop shift toSorted toReversed toArray unwrap getOrElse
  toObject toJS lean populate data json text anchor then catch finally digest update isoformat plain exists`,
);
/** Of these, what only texts have. */
const TEXT_METHODS = set(
  `trim trimStart trimEnd toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase normalize replace replaceAll substring substr
  padStart padEnd split match matchAll`,
);
const CARRYING_FUNCTIONS = set(
  `String encodeURIComponent encodeURI decodeURIComponent decodeURI escape unescape btoa atob stringify parse Object Array Buffer from of
  fromEntries values entries assign structuredClone cloneDeep clone trim toLower toUpper lowerCase upperCase capitalize startCase camelCase
  flatten compact uniq Date URL Set Map unref toValue toRaw get_value unwrap inspect dedent resolve toString ref reactive signal computed
  isoFormat Symbol merge extend defaults freeze seal flattenObject toJS JSON pickBy omitBy encode decode all values serialize URLSearchParams Headers Blob File Response Request TextEncoder`,
);
const CARRYING_VERBS = set(
  `format normalize normalise clean sanitize sanitise trim lower lowercase upper uppercase capitalize stringify serialize serialise encode
  decode escape copy clone concat join flatten ensure coerce pad wrap with prepend append display print render strip truncate omit exclude`,
);
const CLEANING = set(
  `Boolean isNaN isFinite isEmpty isEqual includes startsWith endsWith test indexOf lastIndexOf some every localeCompare search length size
  count now random uuid v4 nanoid ulid has hasOwnProperty hasOwn charCodeAt codePointAt getTimezoneOffset t translate i18n keys every
  validate verify compare equals matches`,
);
const MEASURING = set(
  'Number parseInt parseFloat BigInt floor ceil round trunc abs toFixed max min getFullYear getUTCFullYear diff differenceInYears',
);
const READING = set(
  `get getItem header getHeader getValues getValue watch getFieldValue getParam query param getQuery item prop getString read field
  getAttribute getCookie getOrThrow useParam getIn getAll useWatch lookup peek fetchItem getItemAsync getStringAsync`,
);
const FETCHING_VERBS = set(
  `get fetch load find select use read retrieve query resolve lookup compute build make create update upsert save require assert extract to
  parse derive obtain receive request generate current ensure await pull grab as decode`,
);
const HASH =
  /^(?:md5|sha\d*|sha_?(?:1|224|256|384|512)|hash|hashed|hashCode|hashString|murmur\w*|xxhash\w*|crc32|fnv\w*|digest|toHash|stringHash|objectHash|hash(?:Email|User|Id|Value|Phone|Name|Pii|It|Sync)|(?:sha|md5|get|create|compute|make)\w*Hash\w*|(?:md5|sha256|sha1|sha512)\w*)$/i;
const KEYED = /hmac|pseudonym|anonymi[sz]|redact|tokeni[sz]e|scrub|encrypt/i;
const SALT = /salt|pepper|secret|hmac/i;

/** What the call does with what goes in, told by the name of what is called. */
export function effectOfCall(call: CallValue): CallEffect | null {
  const { callee, args } = call;
  const receiver = callee.kind === 'member' ? callee.object : null;
  const name = calleeName(callee);
  if (name === null) return null;
  if (isKeyed(call)) return { kind: 'cleans', name };
  const inputs = receiver === null || isLibrary(receiver) ? args : [receiver, ...args];
  if (isHash(call, name)) {
    const from = inputs.flatMap(hashInputs);
    return from.some(isSalt) ? { kind: 'cleans', name } : { kind: 'hashes', from, name };
  }
  const words = toWords(name);
  const [verb = ''] = words;
  if (/^mask|^obfuscate|^truncateIp/i.test(name)) return { kind: 'shortens', from: inputs, name };
  if (words.at(-1) === 'domain' || words.at(-1) === 'initial')
    return { kind: 'shortens', from: inputs, name };
  if (name === 'charAt') return { kind: 'shortens', from: inputs, name };
  if (CLEANING.has(name) || (words.length > 1 && PREDICATES.has(verb) && verb !== 'use' && verb !== 'with'))
    return { kind: 'cleans', name };
  if (MEASURING.has(name)) return { kind: 'measures', from: inputs, name };
  const key = args[0]?.kind === 'literal' && typeof args[0].value === 'string' ? args[0].value : null;
  if (key !== null && READING.has(name) && (receiver !== null || args.length <= 2))
    return { kind: 'reads', key };
  if (name === 'map' && receiver !== null) return { kind: 'maps', list: receiver, mapper: args[0] ?? null };
  if (receiver !== null && CARRYING_METHODS.has(name) && !isLibrary(receiver)) {
    const from = name === 'concat' ? inputs : [receiver];
    return { kind: 'carries', from, isText: TEXT_METHODS.has(name) };
  }
  if (CARRYING_FUNCTIONS.has(name)) return { kind: 'carries', from: args, isText: false };
  const noun = FETCHING_VERBS.has(verb) ? words.slice(1) : words;
  const isNoun = FETCHING_VERBS.has(verb) || call.isNew;
  if (isNoun && noun.length > 0) return { kind: 'gives', noun: noun.join('_'), owner: receiver };
  if (CARRYING_VERBS.has(verb)) return { kind: 'carries', from: args, isText: false };
  return words.length === 1 && args.length === 0 ? { kind: 'gives', noun: name, owner: receiver } : null;
}

export function calleeName(callee: Value): string | null {
  switch (callee.kind) {
    case 'member':
    case 'function':
    case 'class':
    case 'unknown':
    case 'param':
      return callee.name;
    case 'external':
      return callee.path.at(-1) === 'default' || callee.path.length === 0
        ? (callee.alias ?? callee.package.split('/').at(-1) ?? null)
        : (callee.path.at(-1) ?? null);
    default:
      return callee.alias ?? null;
  }
}

/** `JSON`, `Object`, `_`, `crypto`: the receiver is a box of functions, not data. */
function isLibrary(receiver: Value): boolean {
  if (receiver.kind === 'external' || receiver.kind === 'namespace' || receiver.kind === 'class') return true;
  return (
    receiver.kind === 'unknown' &&
    receiver.name !== null &&
    /^(?:[A-Z]\w*|_|\$|crypto|lodash|qs|querystring|util|window|globalThis)$/.test(receiver.name)
  );
}

/** `createHmac('sha256', key).update(email).digest('hex')`: somewhere in the chain a key or a cleaning name. */
function isKeyed(call: CallValue): boolean {
  for (let link: Value | null = call; link !== null; link = chained(link)) {
    if (link.kind === 'call' && KEYED.test(calleeName(link.callee) ?? '')) return true;
  }
  return false;
}

function isHash(call: CallValue, name: string): boolean {
  if (name === 'digest' || name === 'toString' || name === 'update') {
    for (let link: Value | null = call; link !== null; link = chained(link)) {
      if (
        link.kind === 'call' &&
        /^(?:createHash|sha\d+|SHA\d+|MD5|md5)$/.test(calleeName(link.callee) ?? '')
      )
        return true;
    }
    return name === 'digest' && call.args.length > 1;
  }
  return HASH.test(name);
}

/** The values that go into a chain of hashing calls. */
function hashInputs(value: Value): readonly Value[] {
  if (value.kind !== 'call') return [value];
  const name = calleeName(value.callee) ?? '';
  if (name === 'createHash') return [];
  if (name === 'update' || HASH.test(name) || name === 'from' || name === 'encode') {
    const receiver = chained(value);
    return [
      ...(receiver && receiver.kind === 'call' ? hashInputs(receiver) : []),
      ...value.args.flatMap(hashInputs),
    ];
  }
  return [value];
}

function chained(value: Value): Value | null {
  if (value.kind === 'call') return value.callee.kind === 'member' ? value.callee.object : null;
  return value.kind === 'member' ? value.object : null;
}

function isSalt(value: Value): boolean {
  switch (value.kind) {
    case 'template':
      return value.parts.some((part) => typeof part !== 'string' && isSalt(part));
    case 'operation':
      return value.operands.some(isSalt);
    case 'member':
    case 'param':
    case 'unknown':
      return SALT.test(value.name ?? '') || SALT.test(value.alias ?? '');
    case 'external':
      return SALT.test(value.path.join('.'));
    default:
      return SALT.test(value.alias ?? '');
  }
}
