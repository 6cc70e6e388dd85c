import type { FilePath } from '../source/source.js';
import { commentsOf } from './comments.js';
import type { Comment } from './comments.js';

/** ESLint's names for this project's rules start with it. */
const RULE_PREFIX = 'mixpanel/';

type DirectiveKind = 'next-line' | 'line' | 'disable' | 'enable';

interface Directive {
  readonly kind: DirectiveKind;
  /** Names without prefix; null: every rule. */
  readonly rules: ReadonlySet<string> | null;
  /** Null if the comment gives none. */
  readonly reason: string | null;
  /** The line (1-based) that `line` and `next-line` are about. */
  readonly target: number;
  readonly start: number;
  /** 1-based line of the comment itself. */
  readonly line: number;
}

export interface Suppression {
  /** Null: the comment gives no reason, so it suppresses nothing. */
  readonly reason: string | null;
  /** 1-based line of the comment. */
  readonly line: number;
}

/** Answers which comment, if any, suppresses a rule at a place of one file. */
export interface FileSuppressions {
  /** `line` is 1-based, `offset` the start of the finding in UTF-16 units. A comment with a reason wins over one without. */
  find(rule: string, line: number, offset: number): Suppression | null;
}

const NONE: FileSuppressions = { find: () => null };

/**
 * Reads ESLint's own directive comments, with ESLint's meaning: `eslint-disable-next-line`, `eslint-disable-line`, and
 * `eslint-disable` … `eslint-enable` in block comments. A directive without rule names is about all rules; text after
 * ` -- ` is the reason. https://eslint.org/docs/latest/use/configure/rules#disabling-rules
 */
export function readSuppressions(file: FilePath, text: string): FileSuppressions {
  if (!text.includes('eslint-disable')) return NONE;
  const lineOf = lineCounter(text);
  const directives = commentsOf(file, text).flatMap((comment) => toDirective(comment, lineOf) ?? []);
  if (directives.length === 0) return NONE;
  return {
    find(rule, line, offset) {
      const matching = directives.filter((directive) => covers(directive, rule) && directive.target === line);
      const active = [...matching, ...openBlocks(directives, rule, offset)];
      const best = active.find((directive) => directive.reason !== null) ?? active[0];
      return best ? { reason: best.reason, line: best.line } : null;
    },
  };
}

function toDirective(comment: Comment, lineOf: (offset: number) => number): Directive | null {
  const [names = '', ...reasonParts] = comment.text.split(/\s-{2,}(?:\s|$)/u);
  const match = /^\s*eslint-(disable-next-line|disable-line|disable|enable)(?:\s+([\s\S]*))?$/.exec(names);
  if (!match) return null;
  const kind = (match[1] ?? '').replace('disable-', '') as DirectiveKind;
  const firstLine = lineOf(comment.start);
  const lastLine = lineOf(comment.end);
  if (comment.kind === 'line' && (kind === 'disable' || kind === 'enable')) return null;
  if (kind === 'line' && firstLine !== lastLine) return null;
  const reason = reasonParts.join(' -- ').replace(/\s+/g, ' ').trim();
  const target = kind === 'next-line' ? lastLine + 1 : kind === 'line' ? firstLine : 0;
  const rules = toRuleNames(match[2] ?? '');
  return {
    kind,
    rules,
    reason: reason === '' ? null : reason,
    target,
    start: comment.start,
    line: firstLine,
  };
}

function toRuleNames(list: string): ReadonlySet<string> | null {
  const names = list.split(',').map((name) => name.replace(/^[\s*]+|[\s*]+$/g, ''));
  const given = names.filter((name) => name !== '');
  if (given.length === 0) return null;
  return new Set(
    given.filter((name) => name.startsWith(RULE_PREFIX)).map((name) => name.slice(RULE_PREFIX.length)),
  );
}

const covers = (directive: Directive, rule: string): boolean =>
  directive.rules === null || directive.rules.has(rule);

/** The `eslint-disable` comments before an offset that no `eslint-enable` has ended. */
function openBlocks(directives: readonly Directive[], rule: string, offset: number): readonly Directive[] {
  let open: Directive[] = [];
  for (const directive of directives) {
    if (directive.start >= offset) break;
    if (!covers(directive, rule)) continue;
    if (directive.kind === 'disable') open.push(directive);
    else if (directive.kind === 'enable') open = [];
  }
  return open;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
