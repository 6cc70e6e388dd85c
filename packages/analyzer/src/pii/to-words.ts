import { letterPattern } from '../patterns/letter-pattern.js';
import { ACRONYM_END, AFTER_DIGIT, BEFORE_DIGIT, MARKS } from '../patterns/word-edges.js';
import { GLUED } from './words/compounds.js';
import { TERMS_BY_PHRASE } from './words/lexicon.js';

const IRREGULAR: Readonly<Record<string, string>> = {
  addresses: 'address',
  statuses: 'status',
  diagnoses: 'diagnosis',
  analyses: 'analysis',
  cookies: 'cookie',
  movies: 'movie',
  selfies: 'selfie',
  cvv2: 'cvv',
  biometrics: 'biometric',
  genetics: 'genetic',
  children: 'child',
  men: 'man',
  women: 'woman',
  aliases: 'alias',
  buses: 'bus',
};
const NOT_PLURAL = new Set(
  `address status bus is has was does sts gps ios os sms dns class business access progress process success news series analysis diagnosis
  canvas css https aws this his her its pass press cross loss less express bias atlas campus virus tms nhs bsn rss ens nps wechat yes always
  supports cells previous anonymous religious apns lens tcs ms us sys des tls cms sos ps alumnus illness fitness whatsapp threads axis synthesis emphasis basis whereabouts alias diabetes pps avs kms sas sars trans politics kerberos goes insz niss mgrs telematics asmens emirates rijks wgs onlyfans codeforces
  goodreads`.split(/\s+/),
);

/** The singular of a lower-case English word, as far as names of properties need it. */
export function singular(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined && Object.hasOwn(IRREGULAR, word)) return irregular;
  if (word.length < 3 || !word.endsWith('s') || NOT_PLURAL.has(word) || word.endsWith('ss')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('us') || word.endsWith('is')) return word;
  return word.slice(0, -1);
}

/** `D.O.B.`: an abbreviation, not a path. */
const DOTTED_LETTERS = letterPattern(/(?<![\p{L}\p{N}])(?:[\p{L}]\.){2,}[\p{L}]?(?![\p{L}\p{N}])/gu);
/** A digit is a word of its own here, whatever follows. */
const LETTER_HUMP = letterPattern(/([\p{Ll}])([\p{Lu}])/gu);
/** `strMobile`: the mark of a type, or of the control of a form. */
const HUNGARIAN = /^(?:str|txt|vch|lbl|fld|inp|sz)(?=[A-Z][a-z])/;

/**
 * The words of a name: marks, camel humps, acronym edges and digits separate; lower-case and singular;
 * `e` + `mail` is one word; `mail2` and the like keep their number as a word of its own.
 */
export function toWords(name: string): readonly string[] {
  // A property name longer than Mixpanel's own limit is cut, so that hostile input costs nothing.
  const text = name.slice(0, 255).normalize('NFKC');
  const pieces = text
    .replace(DOTTED_LETTERS(text), (letters) => letters.replaceAll('.', ''))
    .split(MARKS(text))
    .filter((piece) => piece !== '');
  if (pieces.length > 1 && pieces[0] === 'mp') pieces.shift();
  const bare = HUNGARIAN.exec(pieces[0] ?? '')?.[0].length ?? 0;
  if (bare > 0) pieces[0] = pieces[0]?.slice(bare) ?? '';
  const words = pieces
    .flatMap(splitHumps)
    .map((word) => singular(word.toLowerCase()))
    .flatMap(splitGlued)
    .map(spelledOut);
  return joinPairs(words);
}

/** Short forms that mean one thing in names of properties. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  usr: 'user',
  cust: 'customer',
  emp: 'employee',
  mgr: 'manager',
  addr: 'address',
  adr: 'address',
  adress: 'address',
  addres: 'address',
  addresse: 'address',
  emial: 'email',
  grp: 'group',
  sts: 'status',
  cd: 'code',
  acct: 'account',
  msg: 'message',
  pwd: 'password',
  passwd: 'password',
  bday: 'birthday',
  nm: 'name',
  yr: 'year',
  nbr: 'number',
  cnt: 'count',
  ctry: 'country',
  lic: 'license',
  mobiles: 'mobile',
  organisation: 'organization',
  licence: 'license',
  neighbour: 'neighbor',
  pw: 'password',
  psw: 'password',
  pswd: 'password',
  pword: 'password',
  pcode: 'postcode',
  apt: 'apartment',
  eml: 'email',
  uname: 'username',
  desc: 'description',
  txt: 'text',
  img: 'image',
  dt: 'date',
  benef: 'beneficiary',
  pax: 'passenger',
  pt: 'patient',
  dr: 'doctor',
  immunisation: 'immunization',
  neighbourhood: 'neighborhood',
  colour: 'color',
  counselling: 'counseling',
  judgement: 'judgment',
};

const spelledOut = (word: string): string =>
  Object.hasOwn(ABBREVIATIONS, word) ? (ABBREVIATIONS[word] ?? word) : word;

function splitHumps(piece: string): readonly string[] {
  return (
    piece
      // `userIDs`, `IPs`: the plural mark of an acronym belongs to it.
      .replace(/([A-Z]{2,})s(?![a-z])/g, (_, acronym: string) => ` ${acronym.toLowerCase()} `)
      .replace(LETTER_HUMP(piece), '$1 $2')
      .replace(ACRONYM_END(piece), '$1 $2')
      .replace(BEFORE_DIGIT(piece), '$1 $2')
      .replace(AFTER_DIGIT(piece), '$1 $2')
      .split(' ')
      .filter((word) => word !== '')
  );
}

/** Splits an all-lower compound if the whole of it is made of known words. */
function splitGlued(word: string): readonly string[] {
  if (word.length < 5 || word.length > 40 || GLUED.has(word) || TERMS_BY_PHRASE.has(word)) return [word];
  // `best[end]`: the fewest words that make up the first `end` letters.
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 13); start < end - 1; start += 1) {
      const before = best[start];
      const part = word.slice(start, end);
      if (before && GLUED.has(part) && (best[end] === null || before.length + 1 < (best[end]?.length ?? 0))) {
        best[end] = [...before, part];
      }
    }
  }
  return best[word.length]?.map(singular) ?? [word];
}

/** Words that camel humps tear apart: `LinkedIn`, `eMail`, `IPv4`. */
const PAIRS: Readonly<Record<string, string>> = {
  'e mail': 'email',
  'i pv': 'ipv',
  'i 18': 'i18',
  'i18 n': 'i18n',
  'i18 next': 'i18next',
  'linked in': 'linkedin',
  'git hub': 'github',
  'you tube': 'youtube',
  'tik tok': 'tiktok',
  'face book': 'facebook',
  'whats app': 'whatsapp',
  'what app': 'whatsapp',
  'pay pal': 'paypal',
  'i phone': 'iphone',
  'i pad': 'ipad',
  'i os': 'ios',
  'mac os': 'macos',
  'o auth': 'oauth',
  'snap chat': 'snapchat',
  'geo hash': 'geohash',
  'pass port': 'passport',
  'd ob': 'dob',
  'do b': 'dob',
  'pin terest': 'pinterest',
  'i ban': 'iban',
  'we chat': 'wechat',
  'ip v': 'ipv',
};

function joinPairs(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const pair = `${joined.at(-1) ?? ''} ${word}`;
    const whole = Object.hasOwn(PAIRS, pair) ? PAIRS[pair] : undefined;
    if (whole !== undefined) joined[joined.length - 1] = whole;
    else joined.push(word);
  }
  return joined;
}
