import type { FilePath, LocatedFinding } from '@tracklint/analyzer';

const COMPONENT = /\.(?:vue|svelte|astro)$/;

/** What a host has of a component file if it takes the component apart. */
export interface ScriptBlock {
  /** Of the block in the whole file, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Lines that lie before the line on which the block starts. */
  readonly line: number;
  /** Length of what stands before the block on its line. */
  readonly column: number;
}

/**
 * The script block that a host hands over as if it were the file, as oxlint does with components; null if the text is the
 * whole file or is not in it.
 * @param whole the component's text; null if it is not known
 */
export function scriptBlock(path: FilePath, whole: string | null, text: string): ScriptBlock | null {
  if (whole === null || whole === text || text.trim() === '' || !COMPONENT.test(path)) return null;
  const start = whole.indexOf(text);
  const end = start + text.length;
  if (start < 0 || !isBetweenTags(whole, start, end)) return null;
  const before = whole.slice(0, start).split('\n');
  return {
    start,
    end,
    line: before.length - 1,
    column: before.at(-1)?.length ?? 0,
  };
}

/** Else it is a component that somebody is shortening in an editor. Hosts may leave out blanks beside the tags. */
function isBetweenTags(whole: string, start: number, end: number): boolean {
  const before = whole.slice(0, start).trimEnd();
  const behind = whole.slice(end).trimStart();
  return (
    (before.endsWith('>') && behind.startsWith('</script')) || (before === '---' && behind.startsWith('---'))
  );
}

/** What is found in the block, at its places there. Edits that reach out of the block are left out. */
export function inBlock(found: readonly LocatedFinding[], block: ScriptBlock): readonly LocatedFinding[] {
  const isInside = (at: { readonly start: number; readonly end: number }): boolean =>
    at.start >= block.start && at.end <= block.end;
  return found.flatMap((each) => (isInside(each.problem.at) ? [moved(each)] : []));

  function moved({ finding, problem, ...rest }: LocatedFinding): LocatedFinding {
    const place = <At extends { readonly start: number; readonly end: number }>(at: At): At => ({
      ...at,
      start: at.start - block.start,
      end: at.end - block.start,
    });
    const column = (line: number, value: number): number =>
      line === block.line + 1 ? value - block.column : value;
    const edits = (problem.edits ?? [])
      .filter(({ changes }) => changes.every(({ at }) => at.file === problem.at.file && isInside(at)))
      .map((edit) => ({
        ...edit,
        changes: edit.changes.map((change) => ({ ...change, at: place(change.at) })),
      }));
    return {
      ...rest,
      problem: { ...problem, at: place(problem.at), edits },
      finding: {
        ...finding,
        line: finding.line - block.line,
        column: column(finding.line, finding.column),
        endLine: finding.endLine - block.line,
        endColumn: column(finding.endLine, finding.endColumn),
      },
    };
  }
}
