import { withArticle } from './article.js';
import { findTerm } from './find-term.js';
import type { NameVerdict } from './name-verdict.js';
import { clean, personal } from './name-verdict.js';
import { TERMS_BY_PHRASE } from './words/lexicon.js';
import { NAME_PARTS, PERSON_WORDS, SELF_WORDS } from './words/people.js';
import { ADDRESS_OF_NETWORK, ADDRESS_OF_THING, ADDRESS_OF_WALLET } from './words/place.js';
import { SOFTWARE_WORDS, THING_WORDS } from './words/things.js';

/** Forms of verbs for what was done: `invited`, `sent`. */
export const PASSIVE = /(?:ed|sent|made|written|given|seen|paid|own)$/;

/** Judges `… name` by what stands before `name`. */
export function classifyNameHead(before: readonly string[]): NameVerdict {
  const owner = withoutQualifier(before.filter((word) => !/^\d+$/.test(word)));
  const last = owner.at(-1);
  if (last === undefined)
    return { kind: 'ambiguous', category: 'person-name', severity: 'P2', reason: 'a bare `name`' };
  const term =
    TERMS_BY_PHRASE.get(`${last} name`) ?? TERMS_BY_PHRASE.get(`${owner.slice(-2).join(' ')} name`);
  if (term) return personal(term.category, `\`${term.phrase}\` in the name`);
  const kind = findTerm(owner);
  if (kind && kind.scope.kind === 'anything' && NAMED_KINDS.has(kind.category))
    return personal(kind.category, `the name of ${withArticle(kind.phrase)}`);
  if (NAME_PARTS.has(last)) {
    const thing = owner.find((word) => THING_WORDS.has(word) && !PERSON_OR_THING.has(word));
    const person = owner.find((word) => PERSON_WORDS.has(word)) ?? ONLY_OF_PEOPLE.exec(last)?.[0];
    if (thing !== undefined && person === undefined) return clean(`the name of ${withArticle(thing)}`);
    return personal('person-name', `\`${last} name\` is a part of a person's name`);
  }
  // `created_by_name`, `ship_to_name`, `in_memory_of_name`: only people create, are sent to and are remembered.
  if (
    OF_SOMEONE.test(owner.slice(-2).join(' ')) ||
    (/^(?:by|to)$/.test(last) && PASSIVE.test(owner.at(-2) ?? ''))
  )
    return personal('person-name', `the name after \`${last}\``);
  const role = owner.findLast((word) => !SELF_WORDS.has(word) || PERSON_WORDS.has(word)) ?? last;
  const beforeRole = owner[owner.lastIndexOf(role) - 1] ?? '';
  if (
    PERSON_WORDS.has(role) &&
    role !== 'personal' &&
    (!SOFTWARE_WORDS.has(beforeRole) || NEVER_SOFTWARE.has(role))
  ) {
    return personal('person-name', `the name of ${withArticle(role)}`);
  }
  if (PERSON_NOUN.test(role) && !SOFTWARE_WORDS.has(beforeRole) && !THING_NOUNS.has(role))
    return personal('person-name', `the name of ${withArticle(role)}`);
  const holder = owner.slice(-2).join(' ');
  if (TWO_WORD_ROLE.test(holder)) return personal('person-name', `the name of ${withArticle(holder)}`);
  return clean(`the name of ${withArticle(role)}`);
}

/** People that only the word before their own tells from software and firms: `case_worker`, unlike `service_worker`. */
const TWO_WORD_ROLE =
  /^(?:account|card|policy|passport|ticket|title) holder$|^sales? rep$|^(?:sale|support|real estate|estate|travel|insurance|leasing|letting) agent$|^(?:case|social|care|farm|field|key|gig|shift|youth|aid) worker$|^(?:opposing|counter|third|other|second) party$|^(?:co|game|show|tv|radio|podcast|meeting|webinar|party|dinner|call|tour|retreat|listing|event) host$|^(?:room|flat|class|team|work|soul) mate$/;

/** `doctor_on_call_name` is the doctor's. */
const withoutQualifier = (words: readonly string[]): readonly string[] =>
  words.length > 2 && /^(?:on|of|in) (?:record|file|duty|call|charge|site)$/.test(words.slice(-2).join(' '))
    ? words.slice(0, -2)
    : words;

const OF_SOMEONE =
  /^(?:report|ship|bill|deliver|sold|mail|refer|assign|pay|sell|send) to$|^(?:honou?r|memory|behalf) of$|^plus one$|^significant other$|^in law$/;
/** A full or legal name of theirs is that of a person; their bare name need not be. */
const PERSON_OR_THING: ReadonlySet<string> = new Set(['tenant', 'artist', 'host']);
/** `git_author`: these stay people behind a word of software, unlike `http_client`. */
const NEVER_SOFTWARE: ReadonlySet<string> = new Set(
  'author committer contributor maintainer reviewer commenter recipient patient doctor customer owner caller'.split(
    ' ',
  ),
);

/** English names people by what is done to them (`consignee`) or what they study (`neurologist`). */
const PERSON_NOUN = /^[a-z]{3,}(?:[^e]ee|[^l]ist|ician|keeper|holder|woman|person)$/;
const THING_NOUNS: ReadonlySet<string> = new Set(
  `committee coffee toffee guarantee degree pedigree decree tree fee knee bee jubilee frisbee trophee melee chimpanzee puree settee levee
  matinee soiree lychee dungaree marquee tee teepee canape apogee entree ghee filigree placeholder gatekeeper stockholder zookeeper
  timekeeper bookkeeper yankee rupee threshold holder agree disagree free three spree banshee kedgeree twist assist persist exist resist wrist hoist consist heist whist artist
  antagonist protagonist`.split(/\s+/),
);

/** Their names are as telling as they are: `vaccine_name`, `occupation_name`. */
const NAMED_KINDS: ReadonlySet<string> = new Set(['health', 'special-category', 'demographic']);

const ONLY_OF_PEOPLE = /^(?:first|last|middle|given|family|maiden|sur|nick|birth)$/;

/** Judges `… address` by what stands before `address`. */
export function classifyAddressHead(all: readonly string[]): NameVerdict | null {
  // `contractAddress.address`: the field repeats what its owner is called.
  const before = all.slice(0, all.findLastIndex((word) => word !== 'address') + 1);
  const last = before.at(-1) ?? '';
  if (ADDRESS_OF_NETWORK.has(last)) return personal('network-address', 'a network address');
  if (before.some((word) => ADDRESS_OF_WALLET.has(word)) && !ADDRESS_OF_THING.has(last))
    return personal('wallet', 'the address of a wallet');
  if (ADDRESS_OF_THING.has(last)) return clean(`the address of ${withArticle(last)}`);
  const phrase = findTerm([...before, 'address']);
  if (phrase) return personal(phrase.category, `\`${phrase.phrase}\` in the name`);
  return personal('postal-address', '`address` in the name');
}
