import { RE2JS } from 're2js';

export interface NamePattern {
  /** As shown in messages. */
  readonly text: string;
  matches(name: string): boolean;
}

const compiled = new Map<string, NamePattern | null>();

/**
 * A pattern from the configuration. It is matched in time linear in the name's length (RE2), so a hostile pattern
 * cannot hang a review; what RE2 does not know (look-around, back references) is refused when the configuration is
 * read, and counts as absent here.
 */
export function namePattern(source: string): NamePattern | null {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  let pattern: NamePattern | null = null;
  try {
    const regex = RE2JS.compile(source);
    pattern = { text: source, matches: (name) => regex.matcher(name).find() };
  } catch {
    pattern = null;
  }
  compiled.set(source, pattern);
  return pattern;
}

const SEGMENT = '[a-z][a-z0-9_]*';

/** `{prefix}.{object}.{action}[.error]`, with the prefix fixed if the configuration names one. */
export function dottedPattern(prefix: string | null): NamePattern | null {
  const first = prefix === null ? SEGMENT : RE2JS.quote(prefix.replace(/\.$/, ''));
  const pattern = namePattern(`^${first}\\.${SEGMENT}\\.${SEGMENT}(?:\\.error)?$`);
  return (
    pattern && { ...pattern, text: `${prefix?.replace(/\.$/, '') ?? '{prefix}'}.{object}.{action}[.error]` }
  );
}
