import type { Node, SourceFile } from 'typescript/unstable/ast';

/**
 * The innermost node that covers exactly a stretch of text; else the innermost that contains it. Offsets are UTF-16
 * code units, end exclusive.
 */
export function findNode(file: SourceFile, start: number, end: number): Node | null {
  let found: Node | null = null;
  let around: Node | undefined = file;
  while (around) {
    let next: Node | undefined;
    around.forEachChild((child: Node) => {
      if (next || child.pos > start || child.end < end) return;
      const from = child.getStart(file);
      if (from <= start) next = child;
    });
    if (next) found = next;
    around = next;
  }
  return found;
}
