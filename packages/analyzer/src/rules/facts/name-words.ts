import { ACRONYM_END, AFTER_DIGIT, BEFORE_DIGIT, HUMP, MARKS } from '../../patterns/word-edges.js';

/**
 * The words of an event or property name, lower-cased: `userID_number` → user, id, number; `Step 2` → step, 2.
 * Letters of every script count; punctuation and symbols separate.
 */
export function nameWords(name: string): readonly string[] {
  return name
    .replace(HUMP(name), '$1 $2')
    .replace(ACRONYM_END(name), '$1 $2')
    .replace(BEFORE_DIGIT(name), '$1 $2')
    .replace(AFTER_DIGIT(name), '$1 $2')
    .split(MARKS(name))
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/**
 * Equal for names that differ only in case and separators: `Sign Up`, `sign_up` and `signup` are all `signup`. Names
 * without any letter or digit keep their own text.
 */
export function nameKey(name: string): string {
  const lower = name.toLowerCase();
  return lower.replace(MARKS(lower), '') || name;
}
