import { compileLinearPattern } from '../patterns/linear-pattern.js';

const MAX_PATTERN_LENGTH = 1_000;
/** Each wildcard multiplies the ways in which a glob can be tried on a path. */
const MAX_WILDCARDS_PER_SEGMENT = 3;
const MAX_DEEP_WILDCARDS = 4;

/**
 * Why a regular expression of the configuration is not accepted, or null. Accepted is what RE2 can match in linear
 * time: everything but look-around and back-references.
 */
export function regexProblem(pattern: string): string | null {
  if (pattern.length > MAX_PATTERN_LENGTH) return `is longer than ${MAX_PATTERN_LENGTH} characters`;
  try {
    compileLinearPattern(pattern);
    return null;
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'unknown reason';
    return `is not a regular expression of the RE2 syntax, which has no look-around and no back-references (${reason})`;
  }
}

/** Why a glob of the configuration is not accepted, or null. */
export function globProblem(glob: string): string | null {
  if (glob.trim() === '') return 'is empty';
  if (glob.length > MAX_PATTERN_LENGTH) return `is longer than ${MAX_PATTERN_LENGTH} characters`;
  if (glob.startsWith('/') || /^[A-Za-z]:/.test(glob))
    return 'must be relative to the root of the repository';
  if (/(?:^|\/)\.\.(?:\/|$)/.test(glob)) return 'must not lead out of the repository';
  if (/[@!+*?]\(/.test(glob)) return 'must not use "+(…)", "*(…)" and the like; use "{a,b}"';
  const segments = glob.split('/');
  const isDeep = (segment: string): boolean => segment === '**';
  const isBusy = segments.some(
    (segment) => !isDeep(segment) && segment.split('*').length - 1 > MAX_WILDCARDS_PER_SEGMENT,
  );
  if (isBusy || segments.filter(isDeep).length > MAX_DEEP_WILDCARDS) return 'has too many wildcards';
  return null;
}
