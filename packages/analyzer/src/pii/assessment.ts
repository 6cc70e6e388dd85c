import type { Severity } from '../rules/rule.js';
import { CATEGORIES, type PiiCategory } from './taxonomy.js';

/** Personal data that flows somewhere, and why that is believed. */
export interface PersonalAssessment {
  readonly kind: 'personal';
  /** A category of the taxonomy or the name of one from the configuration. */
  readonly category: string;
  readonly severity: Severity;
  /** As a message says it: `an e-mail address`. */
  readonly noun: string;
  /** `value`: what flows in says so; `name`: only the key does. */
  readonly basis: 'value' | 'name';
  /** A part or a hash of the data, not the data itself. */
  readonly isDerived: boolean;
  /** Steps of the reasoning, without personal values. */
  readonly evidence: readonly string[];
  /** Fields of a whole object that are personal. */
  readonly fields: readonly string[];
}

/** What is known about a value: it is personal, it cannot be, or nothing says either. */
export type Assessment =
  PersonalAssessment | { readonly kind: 'clean'; readonly reason: string } | { readonly kind: 'unknown' };

export const UNKNOWN: Assessment = { kind: 'unknown' };

export const cleanBecause = (reason: string): Assessment => ({ kind: 'clean', reason });

export function personal(
  category: PiiCategory,
  evidence: string,
  details: Partial<PersonalAssessment> = {},
): PersonalAssessment {
  const { severity, noun } = CATEGORIES[category];
  return {
    kind: 'personal',
    category,
    severity,
    noun,
    basis: 'value',
    isDerived: false,
    evidence: [evidence],
    fields: [],
    ...details,
  };
}

const RANK: Readonly<Record<Severity, number>> = { P0: 0, P1: 1, P2: 2, P3: 3 };

export const isWorse = (a: Severity, b: Severity): boolean => RANK[a] < RANK[b];

/** The worst of several; personal before unknown, unknown before clean: one open part leaves the whole open. */
export function worst(assessments: readonly Assessment[]): Assessment {
  let result: Assessment | null = null;
  for (const each of assessments) {
    if (result === null || outranks(each, result)) result = each;
  }
  return result ?? UNKNOWN;
}

function outranks(a: Assessment, b: Assessment): boolean {
  if (a.kind === 'personal') return b.kind !== 'personal' || isWorse(a.severity, b.severity);
  return a.kind === 'unknown' && b.kind === 'clean';
}

export const withEvidence = (assessment: Assessment, step: string): Assessment =>
  assessment.kind === 'personal' ? { ...assessment, evidence: [...assessment.evidence, step] } : assessment;

/** The same data as a part or a hash of it. */
export function weakened(assessment: Assessment, severity: Severity, step: string): Assessment {
  if (assessment.kind !== 'personal') return assessment;
  return {
    ...assessment,
    severity: isWorse(assessment.severity, severity) ? severity : assessment.severity,
    isDerived: true,
    evidence: [...assessment.evidence, step],
  };
}
