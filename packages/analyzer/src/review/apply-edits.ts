import type { FilePath } from '../source/source.js';
import type { TextEdit } from '../rules/rule.js';
import type { Finding } from './review.js';

export interface AppliedEdits {
  /** New text of every file that changes. */
  readonly texts: ReadonlyMap<FilePath, string>;
  /** Findings that an edit repaired. */
  readonly fixed: readonly Finding[];
}

/**
 * Applies the first safe edit of each finding, as far as edits do not touch each other; what is left can be applied to
 * the result of the next review. An edit is applied wholly or not at all.
 */
export function applySafeEdits(
  findings: readonly Finding[],
  texts: ReadonlyMap<FilePath, string>,
): AppliedEdits {
  const taken = new Map<FilePath, TextEdit[]>();
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const edit = finding.edits.find(({ isSafe, changes }) => isSafe && changes.length > 0);
    if (!edit?.changes.every((change) => isFree(change, taken.get(change.at.file) ?? [], texts))) continue;
    for (const change of edit.changes) {
      taken.set(change.at.file, [...(taken.get(change.at.file) ?? []), change]);
    }
    fixed.push(finding);
  }
  return {
    texts: new Map([...taken].map(([file, changes]) => [file, rewrite(texts.get(file) ?? '', changes)])),
    fixed,
  };
}

/** Touching is not free either: two insertions at one place have no order. */
function isFree(change: TextEdit, taken: readonly TextEdit[], texts: ReadonlyMap<FilePath, string>): boolean {
  if (!texts.has(change.at.file)) return false;
  return taken.every(({ at }) => at.end < change.at.start || at.start > change.at.end);
}

/** The text with changes that do not touch each other. */
export function rewrite(text: string, changes: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const { at, text: replacement } of [...changes].sort((a, b) => a.at.start - b.at.start)) {
    result += text.slice(position, at.start) + replacement;
    position = at.end;
  }
  return result + text.slice(position);
}
