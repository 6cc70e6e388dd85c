/** The command cannot run as asked. `message` is one sentence for a person. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Errors whose message is meant for people, by name, so that saying so does not load the engine. */
const EXPECTED = new Set(['UsageError', 'ReviewError', 'GitError', 'ConfigError', 'PlanError']);

/** What to add to a message that does not say what to do. */
const ADVICE: Readonly<Record<string, string>> = {
  'not-a-repository': 'Run it inside a git repository, or use "tracklint review all".',
};

/** One line for standard error, and the stack if it is wanted. */
export function describeFailure(error: unknown, withStack: boolean): string {
  const known = error instanceof Error && EXPECTED.has(error.name);
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const advice = Object.hasOwn(ADVICE, code) ? ` ${ADVICE[code] ?? ''}` : '';
  const hint = known ? advice : ' (this is a bug in Tracklint; set TRACKLINT_DEBUG=1 to see where)';
  const stack = withStack && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `tracklint: ${oneLine(text)}${hint}\n${stack}`;
}

/** Messages may hold names of files and branches, which could steer the terminal. */
const oneLine = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '�')
    .trim();
