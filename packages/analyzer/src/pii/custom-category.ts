import type { Config } from '../config/config.js';
import { compileLinearPattern } from '../patterns/linear-pattern.js';
import type { LinearPattern } from '../patterns/linear-pattern.js';
import type { PersonalAssessment } from './assessment.js';
import { toWords } from './to-words.js';

type Custom = Config['pii']['categories'][number];

/** Longer texts are cut, so that even many patterns cost little. */
const MAX_TEXT = 4_000;

const words = new WeakMap<Custom, readonly (readonly string[])[]>();
const patterns = new WeakMap<Custom, LinearPattern | null>();

/** The configured category whose words end the name, or null. */
export function customCategoryOfName(name: string, config: Pick<Config, 'pii'>): PersonalAssessment | null {
  if (config.pii.categories.length === 0) return null;
  const own = toWords(name);
  const category = config.pii.categories.find((each) =>
    phrasesOf(each).some((phrase) => endsWith(own, phrase)),
  );
  return category ? ofCategory(category, 'a word of the configuration is in the name') : null;
}

/** The configured category whose pattern a text matches, or null. RE2 matches in linear time whatever the pattern is. */
export function customCategoryOfText(text: string, config: Pick<Config, 'pii'>): PersonalAssessment | null {
  const category = config.pii.categories.find(
    (each) => patternOf(each)?.matcher(text.slice(0, MAX_TEXT)).find() ?? false,
  );
  return category ? ofCategory(category, 'the text matches a pattern of the configuration') : null;
}

function ofCategory(category: Custom, evidence: string): PersonalAssessment {
  return {
    kind: 'personal',
    category: category.name,
    severity: category.severity,
    noun: `data of the category "${category.name}"`,
    basis: 'value',
    isDerived: false,
    evidence: [evidence],
    fields: [],
  };
}

function phrasesOf(category: Custom): readonly (readonly string[])[] {
  const known = words.get(category);
  if (known) return known;
  const phrases = category.words.map((each) => toWords(each)).filter((phrase) => phrase.length > 0);
  words.set(category, phrases);
  return phrases;
}

function patternOf(category: Custom): LinearPattern | null {
  const known = patterns.get(category);
  if (known !== undefined) return known;
  const compiled = category.pattern === null ? null : compile(category.pattern);
  patterns.set(category, compiled);
  return compiled;
}

/** The configuration is checked when it is read; a pattern that still does not compile matches nothing. */
function compile(pattern: string): LinearPattern | null {
  try {
    return compileLinearPattern(pattern);
  } catch {
    return null;
  }
}

function endsWith(own: readonly string[], phrase: readonly string[]): boolean {
  return (
    phrase.length <= own.length &&
    phrase.every((word, index) => own[own.length - phrase.length + index] === word)
  );
}
