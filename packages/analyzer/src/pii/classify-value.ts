import { isCardNumber, isIban } from './checksums.js';
import { classifyName } from './classify-name.js';
import { isIpv4OfSomeone, isIpv6OfSomeone } from './internet-address.js';
import type { PiiCategory } from './taxonomy.js';

/** A stretch of text that is personal data by its form. Offsets in UTF-16 code units, end exclusive. */
export interface PersonalText {
  readonly category: PiiCategory;
  /** The form that was recognised; never the text itself. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

interface Form {
  readonly category: PiiCategory;
  readonly form: string;
  /** Without nested unbounded repetition and anchored at token edges, so that matching stays linear. */
  readonly pattern: RegExp;
  readonly accept?: (match: string, text: string, index: number) => boolean;
}

/** Longer texts are cut: no property value of Mixpanel is longer. */
const MAX_LENGTH = 20_000;

const VENDOR_KEYS =
  /(?<![\w-])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{10,99}|sk-(?:ant-|proj-)?[\w-]{20,200}|gh[pousr]_[0-9A-Za-z]{30,80}|github_pat_\w{22,100}|glpat-[\w-]{18,30}|xox[abeoprs]-[\w-]{10,100}|AIza[\w-]{35}|ya29\.[\w-]{20,200}|SG\.[\w-]{16,32}\.[\w-]{32,64}|npm_[0-9A-Za-z]{36}|whsec_[\w+/=-]{20,80}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|hf_[0-9A-Za-z]{30,40}|dop_v1_[0-9a-f]{64}|key-[0-9a-f]{32}|pypi-[\w-]{50,200}|EAA[0-9A-Za-z]{60,250})/g;

const FORMS: readonly Form[] = [
  {
    category: 'credentials',
    form: 'a password in a URL',
    pattern: /\b[a-z][a-z0-9+]{1,15}:\/\/[^\s:/@]{1,100}:[^\s:/@]{1,200}@(?=\w)/g,
  },
  {
    category: 'email',
    form: 'an e-mail address',
    pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g,
    accept: (match) =>
      /\.[A-Za-z]{2,}$/.test(match) &&
      !/^(?:git|noreply|no-reply)@|\.(?:png|jpe?g|gif|svg|webp|css|js)$/i.test(match),
  },
  {
    category: 'credentials',
    form: 'a JSON web token',
    pattern: /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{4,4000}\.[\w-]{0,2000}/g,
  },
  { category: 'credentials', form: 'the key of a service', pattern: VENDOR_KEYS },
  {
    category: 'credentials',
    form: 'a service account of Mixpanel',
    pattern: /(?<![\w.-])[\w.-]{1,80}\.mp-service-account\b(?::[^\s'"`@]{1,200})?/g,
  },
  { category: 'credentials', form: 'a private key', pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g },
  {
    category: 'credentials',
    form: 'a bearer token',
    pattern: /\b(?:Bearer|Basic) [\w+/=.-]{16,2000}/g,
    accept: (match) => /\d/.test(match),
  },
  {
    category: 'precise-location',
    form: 'a pair of coordinates',
    pattern: /(?<![\d.])[-+]?\d{1,3}\.\d{4,14} ?[,;] ?[-+]?\d{1,3}\.\d{4,14}(?![\d.])/g,
    accept: (match) => {
      const [lat, lng] = match.split(/[,;]/).map(Number);
      return lat !== undefined && lng !== undefined && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
    },
  },
  {
    category: 'payment',
    form: 'an IBAN',
    pattern: /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?!\w)/g,
    accept: (match) => isIban(match.replaceAll(' ', '')),
  },
  {
    category: 'payment',
    form: 'a card number',
    pattern: /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g,
    accept: (match) =>
      isCardNumber(match.replace(/[ -]/g, '')) && /^(?:\d+|\d{4}([ -])\d{4,6}\1[\d -]+)$/.test(match),
  },
  {
    category: 'government-id',
    form: 'a social security number',
    pattern: /(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g,
  },
  {
    category: 'phone',
    form: 'a phone number',
    pattern: /(?<![\w.+])\+\d(?:[ .()-]{0,2}\d){7,14}(?!\w|\.\d)/g,
  },
  {
    category: 'phone',
    form: 'a phone number',
    pattern: /(?<![\w.()-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])/g,
  },
  {
    category: 'phone',
    form: 'a phone number',
    pattern: /(?<![\w.()-]|\d )\(?0\d{2,4}\)?[ /-]\d{3,4}[ -]\d{3,5}(?![\w-]| \d)/g,
  },
  {
    category: 'network-address',
    form: 'an IP address',
    pattern: /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)/g,
    accept: (match, text, index) =>
      isIpv4OfSomeone(match) &&
      !/(?:version|ver|build|release|v|\/)[ :=/]{0,2}$/i.test(text.slice(Math.max(0, index - 12), index)),
  },
  {
    category: 'network-address',
    form: 'an IP address',
    pattern: /(?<![\w:.])[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{3,39}(?![\w:]|\.\d)/g,
    accept: (match) => isIpv6OfSomeone(match),
  },
  {
    category: 'device-id',
    form: 'a MAC address',
    pattern: /(?<![\w:-])[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}(?![\w:-])/g,
    accept: (match) => !/^(?:0{2}[:-]?|f{2}[:-]?)+$/i.test(match),
  },
];

/** UUID, ULID, hexadecimal digests and Unix time: identifiers and numbers, not personal by their form. */
const SAFE =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|1\d{9}(?:\d{3})?)$/i;
const UUID_INSIDE = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Everything in a text that is personal data by its form, in order; overlaps keep the first form. */
export function findPersonalText(input: string): readonly PersonalText[] {
  const whole = input.slice(0, MAX_LENGTH);
  if (SAFE.test(whole.trim())) return [];
  const text = whole.replace(UUID_INSIDE, (uuid) => '_'.repeat(uuid.length));
  const found: PersonalText[] = [];
  const add = (category: PiiCategory, form: string, start: number, end: number): void => {
    if (!found.some((each) => start < each.end && each.start < end))
      found.push({ category, form, start, end });
  };
  for (const { category, form, pattern, accept } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      if (accept?.(match[0], text, match.index) ?? true)
        add(category, form, match.index, match.index + match[0].length);
    }
  }
  for (const match of text.matchAll(/[?&#]([\w.-]{1,60})=([^&#\s"'`]{1,500})/g)) {
    const verdict = classifyName(match[1] ?? '');
    if (verdict.kind !== 'personal' || verdict.severity !== 'P0') continue;
    const start = match.index + match[0].length - (match[2]?.length ?? 0);
    add(verdict.category, 'a personal query parameter', start, match.index + match[0].length);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The worst personal data in a text by its form, or null. */
export function classifyValue(text: string): PersonalText | null {
  return findPersonalText(text)[0] ?? null;
}
