import { letterPattern } from './letter-pattern.js';

/** Where a word of a name ends and the next begins, for `$1 $2`. */
export const HUMP = letterPattern(/([\p{Ll}\p{N}])([\p{Lu}])/gu);
export const ACRONYM_END = letterPattern(/([\p{Lu}])([\p{Lu}][\p{Ll}])/gu);
export const BEFORE_DIGIT = letterPattern(/([\p{L}])([\p{N}])/gu);
export const AFTER_DIGIT = letterPattern(/([\p{N}])([\p{L}])/gu);
/** What stands between words and belongs to none. */
export const MARKS = letterPattern(/[^\p{L}\p{N}]+/gu);
