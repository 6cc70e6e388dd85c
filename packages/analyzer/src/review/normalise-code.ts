import { letterPattern } from '../patterns/letter-pattern.js';

/**
 * Code in a form that formatters leave alone: no comments, no white space between tokens, one kind of quote, no
 * trailing commas, no semicolons, no parentheses around a single arrow parameter, no quotes around plain keys.
 * Two texts that a formatter turns into each other give the same result; the result is for hashing, not for reading.
 */
export function normaliseCode(text: string): string {
  const tokens = tokenise(text);
  return joinTokens(simplifyArrows(dropNoise(tokens)));
}

// One alternative per token: comments, strings, templates (nested ones stay whole up to the outer back-tick), words, rest.
const TOKEN = letterPattern(
  /\/\*[\s\S]*?\*\/|\/\/[^\n\r]*|'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|[\p{L}\p{N}_$]+|=>|\?\.|\s+|[\s\S]/gu,
);

const isComment = (token: string): boolean => token.startsWith('/*') || token.startsWith('//');
const isString = (token: string | undefined): token is string =>
  token !== undefined && /^(['"])[\s\S]*\1$/.test(token) && token.length > 1;
const WORD_START = letterPattern(/^[\p{L}\p{N}_$]/u);
const isWord = (token: string | undefined): boolean => token !== undefined && WORD_START(token).test(token);

function tokenise(text: string): string[] {
  return (text.match(TOKEN(text)) ?? [])
    .filter((token) => !isComment(token) && !/^\s+$/.test(token))
    .map((token) => (isString(token) ? singleQuoted(token) : token));
}

function singleQuoted(token: string): string {
  const content = token.slice(1, -1).replace(/\\(['"])/g, '$1');
  return `'${content.replace(/'/g, "\\'")}'`;
}

function dropNoise(tokens: readonly string[]): string[] {
  const kept: string[] = [];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token === ';') return;
    if (token === ',' && (next === undefined || next === ')' || next === ']' || next === '}')) return;
    const isKey = isString(token) && next === ':' && /^'[A-Za-z_$][\w$]*'$/.test(token);
    kept.push(isKey ? token.slice(1, -1) : token);
  });
  return kept;
}

/** `(x) =>` becomes `x =>`. */
function simplifyArrows(tokens: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i] === '(' && isWord(tokens[i + 1]) && tokens[i + 2] === ')' && tokens[i + 3] === '=>') {
      kept.push(tokens[i + 1] ?? '');
      i += 2;
    } else kept.push(tokens[i] ?? '');
  }
  return kept;
}

/** A space only where two words would grow together. */
function joinTokens(tokens: readonly string[]): string {
  let result = '';
  tokens.forEach((token, index) => {
    if (index > 0 && isWord(token) && isWord(tokens[index - 1])) result += ' ';
    result += token;
  });
  return result;
}
