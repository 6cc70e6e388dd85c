import type { Value } from '../link/value.js';
import { isAllowedName } from './allowed-names.js';
import type { Destination } from './allowed-names.js';
import type { Assessment, PersonalAssessment } from './assessment.js';
import { classifyName } from './classify-name.js';
import { combineKey } from './combine-key.js';
import { judgeValue, judgeWhole } from './judge-value.js';
import type { PiiContext } from './pii-context.js';
import { personal } from './assessment.js';
import { toWords } from './to-words.js';
import { valueName } from './value-label.js';
import { typeThroughOwner } from './value-type.js';
import { ADDRESS_OF_WALLET } from './words/place.js';

export { withArticle } from './article.js';
export { isNeverLogged, isAllowedName } from './allowed-names.js';
export type { Destination } from './allowed-names.js';
export type { PersonalAssessment } from './assessment.js';
export { classifyName } from './classify-name.js';
export { findPersonalText } from './classify-value.js';
export { judgeValue } from './judge-value.js';
export type { PiiContext } from './pii-context.js';
export { CATEGORIES } from './taxonomy.js';
export { memberParts, ownerName, valueName } from './value-label.js';

/** A property on its way to Mixpanel. */
export interface PropertyQuestion extends Destination {
  readonly key: string;
  readonly value: Value;
  /** Names of the properties of the call. */
  readonly siblings?: readonly string[];
  /** Other words around the call, such as the event and the file; with the siblings they tell an address from a wallet. */
  readonly neighbours?: readonly string[];
}

/** The personal data in one property, or null. */
export function judgeProperty(question: PropertyQuestion, context: PiiContext): PersonalAssessment | null {
  const { key, value } = question;
  const here = allowing(question, context);
  if (here.isAllowed?.(key) ?? false) return null;
  const assessed = judgeValue(value, here);
  // `$name` and `$location` of a group are those of the group.
  const isGroupName =
    question.method.startsWith('group') &&
    /^\$?(?:name|location)$/i.test(key) &&
    assessed.kind !== 'personal';
  if (isGroupName) return null;
  const { siblings = [], neighbours = [] } = question;
  const found = personalOrNull(
    amongCoins(combineKey(key, value, assessed, here), [...siblings, ...neighbours]),
  );
  if (found && isUnclearName(found) && isAccount(value) && coinAmong(neighbours) !== undefined)
    return personal('wallet', 'an account among coins or chains is that of a wallet');
  return found && isUnclearName(found) && isAboutPerson(question)
    ? personal('person-name', 'a `name` among the data of a person')
    : found;
}

/** The personal data in a spread or a whole object that is sent, or null; `without` names fields that were taken out. */
export function judgeWholeValue(
  value: Value,
  without: readonly string[],
  destination: Destination & { readonly neighbours: readonly string[] },
  context: PiiContext,
): PersonalAssessment | null {
  return personalOrNull(
    amongCoins(judgeWhole(value, without, allowing(destination, context)), destination.neighbours),
  );
}

/** The personal data in the name of an event (`` `Invited ${user.email}` ``), or null. */
export function judgeEventName(value: Value, context: PiiContext): PersonalAssessment | null {
  if (value.kind === 'union') {
    return (
      value.options.map((option) => judgeEventName(option, context)).find((each) => each !== null) ?? null
    );
  }
  const isText = value.kind === 'template' || value.kind === 'literal';
  const found = isText ? personalOrNull(judgeValue(value, context)) : null;
  return found?.basis === 'name' ? null : found;
}

/** What an identifier is made of; `neighbours` (the event, the file) tell the address of a wallet from a postal one. */
export function judgeIdentifier(
  value: Value,
  neighbours: readonly string[],
  context: PiiContext,
): Assessment {
  return amongCoins(judgeValue(value, context), neighbours);
}

/** The personal data in an argument of a logging call, or null. Whole persons count, also inside other objects. */
export function judgeLogArgument(
  value: Value,
  neighbours: readonly string[],
  context: PiiContext,
): PersonalAssessment | null {
  const found =
    personalOrNull(amongCoins(judgeValue(value, context), neighbours)) ??
    personalOrNull(judgeWhole(value, [], context));
  return found?.basis === 'name' && found.severity === 'P2' ? null : found;
}

function allowing(destination: Destination, context: PiiContext): PiiContext {
  return {
    config: context.config,
    typeOf: (value) => typeThroughOwner(value, (each) => context.typeOf(each)),
    textAt: (place) => context.textAt(place),
    isAllowed: (name) => isAllowedName(name, destination, context.config),
  };
}

const personalOrNull = (assessment: Assessment): PersonalAssessment | null =>
  assessment.kind === 'personal' ? assessment : null;

/** A bare `name` whose owner is not known. */
const isUnclearName = (found: PersonalAssessment): boolean =>
  found.category === 'person-name' && found.severity === 'P2' && !found.isDerived;

/** A profile is that of a person, and so is what comes with an e-mail address or a phone number. */
function isAboutPerson({ method, key, siblings = [] }: PropertyQuestion): boolean {
  if (/^people|^identify|engage/.test(method)) return true;
  return siblings.some((name) => {
    const verdict = name === key ? null : classifyName(name);
    return (
      verdict?.kind === 'personal' &&
      verdict.severity === 'P0' &&
      (verdict.category === 'email' || verdict.category === 'phone')
    );
  });
}

const COINS: ReadonlySet<string> = new Set([
  ...[...ADDRESS_OF_WALLET].filter(
    (word) =>
      ![
        'receive',
        'receiving',
        'payout',
        'ledger',
        'near',
        'sol',
        'ton',
        'sui',
        'deposit',
        'withdrawal',
        'withdraw',
        'signer',
      ].includes(word),
  ),
  'nft',
  'erc',
  'defi',
  'coin',
  'blockchain',
  'dapp',
  'mainnet',
  'testnet',
  'gas',
  'swap',
  'web3',
]);

const coinAmong = (neighbours: readonly string[]): string | undefined =>
  neighbours.flatMap((name) => toWords(name)).find((word) => COINS.has(word));

const isAccount = (value: Value): boolean =>
  /^(?:(?:connected|active)?account|wallet|signer)(?:address)?$/i.test(valueName(value) ?? '');

/** Words of addresses that goods and letters go to, also among coins. */
const OF_LETTERS =
  /ship|bill|deliver|mail|post|street|home|resid|zip|apart|house|pick_?up|drop_?off|city|line/i;

/** An address among coins and chains is that of a wallet. */
function amongCoins(assessment: Assessment, neighbours: readonly string[]): Assessment {
  if (assessment.kind !== 'personal' || assessment.category !== 'postal-address') return assessment;
  if (assessment.evidence.some((each) => OF_LETTERS.test(each))) return assessment;
  const coin = coinAmong(neighbours);
  return coin === undefined
    ? assessment
    : personal('wallet', `an address next to \`${coin}\` is that of a wallet`, {
        evidence: [...assessment.evidence, 'next to coins or chains'],
      });
}
