import type { Severity } from '../rules/rule.js';

/** Categories of personal data. Custom ones come from the configuration under their own names. */
export type PiiCategory = keyof typeof CATEGORIES;

export interface CategoryFacts {
  readonly severity: Severity;
  /** As a message says it: `an e-mail address`. */
  readonly noun: string;
}

/** What each category is called and how bad it is to send it to an analytics vendor. */
export const CATEGORIES = {
  email: { severity: 'P0', noun: 'an e-mail address' },
  'person-name': { severity: 'P0', noun: 'the name of a person' },
  phone: { severity: 'P0', noun: 'a phone number' },
  'postal-address': { severity: 'P0', noun: 'a postal address' },
  'network-address': { severity: 'P0', noun: 'an IP address' },
  'government-id': { severity: 'P0', noun: 'a government identifier' },
  payment: { severity: 'P0', noun: 'payment or bank data' },
  credentials: { severity: 'P0', noun: 'a credential' },
  health: { severity: 'P0', noun: 'health data' },
  'special-category': { severity: 'P0', noun: 'data of a specially protected category' },
  birth: { severity: 'P0', noun: 'a date of birth' },
  age: { severity: 'P1', noun: 'the age of a person' },
  'precise-location': { severity: 'P0', noun: 'a precise location' },
  area: { severity: 'P1', noun: 'the city or region of a person' },
  country: { severity: 'P2', noun: 'a country as free text' },
  'device-id': { severity: 'P1', noun: 'a device or advertising identifier' },
  'social-profile': { severity: 'P1', noun: 'a public profile of a person' },
  demographic: { severity: 'P1', noun: 'demographic data' },
  'free-text': { severity: 'P1', noun: 'free text that a person typed' },
  'raw-url': { severity: 'P1', noun: 'a full URL, often with names, searches or tokens in it' },
  wallet: { severity: 'P1', noun: 'a wallet address' },
  'person-object': { severity: 'P0', noun: 'a whole person object' },
} as const satisfies Record<string, CategoryFacts>;

/** Categories whose values are text, so that a boolean, a number or a set of constants cannot hold them. */
export const TEXT_ONLY: ReadonlySet<string> = new Set<PiiCategory>([
  'email',
  'person-name',
  'postal-address',
  'network-address',
  'credentials',
  'health',
  'social-profile',
  'free-text',
  'raw-url',
  'wallet',
  'device-id',
  'area',
  'country',
  'person-object',
  'special-category',
  'demographic',
]);
