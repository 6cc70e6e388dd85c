import type { Severity } from '../rules/rule.js';

/** The word that goes with a severity in reports. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  P0: 'CRITICAL',
  P1: 'HIGH',
  P2: 'MEDIUM',
  P3: 'LOW',
};

/** What a severity means for the reader. */
export const SEVERITY_MEANINGS: Readonly<Record<Severity, string>> = {
  P0: 'must be fixed before merge',
  P1: 'breaks data or product',
  P2: 'should be fixed',
  P3: 'nice to have',
};
