import { isWordCode, skipComment, skipQuoted, skipRegex, skipWord } from './skip-token.js';

/**
 * Parsers recurse once per nesting level and a native one ends the process when the stack is used up, so hostile
 * nesting has to be refused before parsing. The estimate reads tokens only and errs on the high side.
 */

/** No hand-written module comes near; the native parser survives more than three times as much. */
const NESTING_LIMIT = 3_000;
/** What follows is parsed inside of it: a bracket, a prefix operator, an arrow, `else`. */
const NESTED = 10;
/** What follows is only one more operand: `a + b + c`, `a.b.c`. Parsers take many more of them. */
const CHAINED = 1;

/** Words that an operand or a statement follows. */
const OPENING_WORDS = new Set(
  ['typeof', 'void', 'await', 'new', 'delete', 'yield', 'return', 'throw', 'case', 'default', 'else', 'do']
    .concat(['class', 'extends', 'keyof', 'readonly', 'unique', 'infer', 'asserts', 'async', 'abstract'])
    .concat(['in', 'of', 'instanceof', 'as', 'satisfies', 'is']),
);
/** Words whose parentheses a statement follows. */
const HEADERS = new Set(['if', 'for', 'while', 'with']);
/** Words that go on with the statement of the line before. */
const CONTINUING = new Set(
  ['else', 'catch', 'finally', 'in', 'of', 'instanceof', 'as', 'satisfies', 'is'].concat([
    'extends',
    'implements',
  ]),
);
const LONGEST_WORD = 10;
const SPACE = 32;
const ELSE = /\s*else\b/y;
/** The weight of a punctuator in front of which an operand may stand, and where none can. */
const WEIGHTS: Readonly<Record<string, readonly [behindOperand: number, elsewhere: number]>> = {
  ...Object.fromEntries(
    ['==', '!=', '??', '?.', '.', '*', '%', '&', '|', '^', '@', '/'].map((token) => [
      token,
      [CHAINED, CHAINED],
    ]),
  ),
  ...Object.fromEntries(['+', '-', '!', '++', '--'].map((token) => [token, [CHAINED, NESTED]])),
  ...Object.fromEntries(['=', '=>', '?', ':', '~', '**'].map((token) => [token, [NESTED, NESTED]])),
};

interface Level {
  readonly opener: string;
  /** The parentheses of `if (…)` and the like. */
  readonly isHeader: boolean;
  /** What the statement or element that is being read has nested so far. */
  weight: number;
  /** Type arguments that are open: a comma does not end them. */
  angles: number;
}

/** True if the text may nest deeper than a parser's stack allows. Linear in the length of the text. */
export function isNestedTooDeep(text: string): boolean {
  if (!hasMoreTokens(text, NESTING_LIMIT)) return false;
  const estimate = new NestingEstimate(text);
  for (let at = 0; at < text.length; at = estimate.readToken(at)) if (estimate.isTooDeep()) return true;
  return estimate.isTooDeep();
}

/** True if the text may have more tokens than so many: no token nests more than one level. */
function hasMoreTokens(text: string, limit: number): boolean {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length && count <= limit; at += 1) {
    const code = text.charCodeAt(at);
    const isWord = isWordCode(code);
    if (isWord ? !isInWord : code > SPACE) count += 1;
    isInWord = isWord;
  }
  return count > limit;
}

class NestingEstimate {
  private readonly levels: Level[] = [{ opener: '', isHeader: false, weight: 0, angles: 0 }];
  private total = 0;
  private elements = 0;
  /** Whether an expression may end here, so that what follows continues it or starts something new. */
  private hasOperand = false;
  private isNewLine = false;
  private lastWord = '';

  constructor(private readonly text: string) {}

  isTooDeep(): boolean {
    return this.total > NESTING_LIMIT * NESTED || this.elements > NESTING_LIMIT;
  }

  /** Reads the token, comment or blank at an offset and returns the offset behind it. */
  readToken(at: number): number {
    const char = this.text[at] ?? '';
    if (char === '\n') this.isNewLine = true;
    if (char <= ' ') return at + 1;
    const behindComment = skipComment(this.text, at);
    if (behindComment > at) return behindComment;
    const mayStart = this.isNewLine && this.hasOperand;
    this.isNewLine = false;
    const behindWord = skipWord(this.text, at);
    if (behindWord > at) return this.readWord(at, behindWord, mayStart);
    if (mayStart && /["'{@]/.test(char)) this.endStatement();
    const end = this.readPunctuator(char, at);
    this.lastWord = '';
    return end;
  }

  private readWord(start: number, end: number, mayStart: boolean): number {
    const word = end - start > LONGEST_WORD ? '' : this.text.slice(start, end);
    if (mayStart && !CONTINUING.has(word)) this.endStatement();
    this.hasOperand = !OPENING_WORDS.has(word);
    if (!this.hasOperand || HEADERS.has(word)) this.add(NESTED);
    this.lastWord = word;
    return end;
  }

  private readPunctuator(char: string, at: number): number {
    switch (char) {
      case '"':
      case "'":
        this.hasOperand = true;
        return skipQuoted(this.text, at);
      case '`':
        this.open(char);
        return this.readTemplate(at + 1);
      case '(':
      case '[':
      case '{':
        this.open(char);
        return at + 1;
      case ')':
      case ']':
      case '}':
        return this.readCloser(char, at);
      case ';':
        this.top().angles = 0;
        if (!this.isBeforeElse(at + 1)) this.endStatement();
        this.hasOperand = false;
        return at + 1;
      case ',':
        if (this.top().angles === 0) this.endStatement();
        this.hasOperand = false;
        return at + 1;
      case '<':
      case '>':
        return this.readAngle(char, at);
      case '/':
        return this.readSlash(at);
      default:
        return this.readOperator(char, at);
    }
  }

  private readCloser(char: string, at: number): number {
    const { opener, isHeader } = this.top();
    this.close();
    this.hasOperand = !isHeader;
    return char === '}' && opener === '${' ? this.readTemplate(at + 1) : at + 1;
  }

  private readAngle(char: string, at: number): number {
    const next = this.text[at + 1] ?? '';
    if (char === '>') this.top().angles = Math.max(0, this.top().angles - 1);
    else if (next === '/') this.elements = Math.max(0, this.elements - 1);
    else if (this.hasOperand && /[\w$]/.test(this.text[at - 1] ?? '')) {
      this.top().angles += 1;
      this.add(NESTED);
    } else if (/[\s\w$>]/.test(next)) this.elements += 1;
    this.hasOperand = false;
    return at + 1;
  }

  private readSlash(at: number): number {
    if (this.text[at + 1] === '>') this.elements = Math.max(0, this.elements - 1);
    const end = this.hasOperand || this.text[at - 1] === '<' ? at : skipRegex(this.text, at);
    this.hasOperand = end > at;
    return Math.max(end, at + 1);
  }

  private readOperator(char: string, at: number): number {
    const next = this.text[at + 1] ?? '';
    const pair = char + next;
    // `a="b"` and `a={b}` are attributes as a rule, and what they nest is in the braces.
    if (char === '=' && /["{]/.test(next)) this.add(CHAINED);
    else this.add((WEIGHTS[pair] ?? WEIGHTS[char] ?? [0, 0])[this.hasOperand ? 0 : 1]);
    const isPostfix = this.hasOperand && (pair === '++' || pair === '--' || (char === '!' && next !== '='));
    this.hasOperand = isPostfix;
    return at + (WEIGHTS[pair] ? 2 : 1);
  }

  /** Reads the text of a template up to its end or its next `${`. */
  private readTemplate(start: number): number {
    for (let at = start; at < this.text.length; at += 1) {
      const char = this.text[at];
      if (char === '\\') at += 1;
      else if (char === '`') {
        this.close();
        this.hasOperand = true;
        return at + 1;
      } else if (char === '$' && this.text[at + 1] === '{') {
        this.open('${');
        return at + 2;
      }
    }
    // No template: a backtick in the text of an element, say.
    this.close();
    return start;
  }

  /** `else` goes on with a statement that a semicolon seemed to end. */
  private isBeforeElse(at: number): boolean {
    ELSE.lastIndex = at;
    return ELSE.test(this.text);
  }

  private top(): Level {
    return this.levels[this.levels.length - 1] as Level;
  }

  private add(weight: number): void {
    this.top().weight += weight;
    this.total += weight;
  }

  private open(opener: string): void {
    if (this.hasOperand) this.add(CHAINED);
    this.levels.push({ opener, isHeader: HEADERS.has(this.lastWord), weight: NESTED, angles: 0 });
    this.total += NESTED;
    this.hasOperand = false;
  }

  private close(): void {
    if (this.levels.length > 1) this.total -= this.levels.pop()?.weight ?? 0;
  }

  /** Forgets what the statement nested, but not the bracket it is in. */
  private endStatement(): void {
    const level = this.top();
    const bracket = this.levels.length > 1 ? NESTED : 0;
    this.total -= level.weight - bracket;
    level.weight = bracket;
  }
}
