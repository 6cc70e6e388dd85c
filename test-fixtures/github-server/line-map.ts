/**
 * Where the lines of a file are after a change.
 * @param patch hunks with their context
 * @returns the new number of an old line, or null if it is gone
 */
export function lineMap(patch: string): (line: number) => number | null {
  const moved = new Map<number, number | null>();
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let oldLine = 0;
  let newLine = 0;
  for (const text of patch.split('\n')) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text);
    if (hunk) {
      // With no lines on a side, git names the line before.
      oldLine = Number(hunk[1]) + (hunk[2] === '0' ? 1 : 0);
      newLine = Number(hunk[3]) + (hunk[4] === '0' ? 1 : 0);
    } else if (text.startsWith('-')) {
      moved.set(oldLine, null);
      oldLine += 1;
      shifts.push({ from: oldLine, by: newLine - oldLine });
    } else if (text.startsWith('+')) {
      newLine += 1;
      shifts.push({ from: oldLine, by: newLine - oldLine });
    } else if (!text.startsWith('\\')) {
      moved.set(oldLine, newLine);
      oldLine += 1;
      newLine += 1;
    }
  }
  return (line) => {
    const known = moved.get(line);
    if (known !== undefined) return known;
    const shift = shifts.filter(({ from }) => from <= line).at(-1);
    return line + (shift?.by ?? 0);
  };
}
