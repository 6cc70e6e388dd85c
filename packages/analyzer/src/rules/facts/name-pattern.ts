import { compileLinearPattern, quoteForPattern } from '../../patterns/linear-pattern.js';

export interface NamePattern {
  /** As shown in messages. */
  readonly text: string;
  matches(name: string): boolean;
}

function compile(source: string): NamePattern | null {
  try {
    const regex = compileLinearPattern(source);
    return { text: source, matches: (name) => regex.matcher(name).matches() };
  } catch {
    return null;
  }
}

const compiled = new Map<string, NamePattern | null>();

/**
 * A pattern from the configuration, which names match as a whole. It is matched in time linear in the name's length (RE2), so a hostile pattern
 * cannot hang a review; what RE2 does not know (look-around, back references) is refused when the configuration is
 * read, and counts as absent here.
 */
export function namePattern(source: string): NamePattern | null {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const pattern = compile(source);
  compiled.set(source, pattern);
  return pattern;
}

const SEGMENT = '[a-z][a-z0-9_]*';

/** `{prefix}.{object}.{action}[.error]`, with the prefix fixed if the configuration names one. */
export function dottedPattern(prefix: string | null): NamePattern | null {
  const fixed = prefix?.replace(/\.$/, '');
  const pattern = namePattern(
    `${fixed === undefined ? SEGMENT : quoteForPattern(fixed)}\\.${SEGMENT}\\.${SEGMENT}(?:\\.error)?`,
  );
  return pattern && { ...pattern, text: `${fixed ?? '{prefix}'}.{object}.{action}[.error]` };
}

/** Names that start with the configured prefix, whatever follows. */
export const prefixPattern = (prefix: string): NamePattern => ({
  text: `"${prefix}…"`,
  matches: (name) => name.startsWith(prefix),
});
