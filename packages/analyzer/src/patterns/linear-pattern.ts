import { createRequire } from 'node:module';
import type { RE2JS } from 're2js';

/** A regular expression of the RE2 syntax; matching takes time linear in the length of the text, whatever it says. */
export type LinearPattern = RE2JS;

const require = createRequire(import.meta.url);

/** Loaded when a pattern is compiled: most configurations have none, and loading takes longer than a small review. */
const engine = (): typeof RE2JS => (require('re2js') as typeof import('re2js')).RE2JS;

/** @throws {Error} if the pattern is no regular expression, or uses look-around or back-references */
export const compileLinearPattern = (source: string): LinearPattern => engine().compile(source);

/** A pattern that matches the text itself. */
export const quoteForPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
