import type { Severity } from '../rules/rule.js';
import { CATEGORIES, type PiiCategory } from './taxonomy.js';

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

export function personal(category: PiiCategory, reason: string): NameVerdict {
  return { kind: 'personal', category, severity: CATEGORIES[category].severity, reason };
}

export function clean(reason: string): NameVerdict {
  return { kind: 'clean', decided: true, reason };
}

export function unknown(): NameVerdict {
  return { kind: 'clean', decided: false, reason: 'no word of it means personal data' };
}
