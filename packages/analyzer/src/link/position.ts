const STARTS = new Map<string, readonly number[]>();
const STARTS_LIMIT = 512;

/** Offsets at which lines start. Kept for the texts used last. */
function lineStarts(text: string): readonly number[] {
  const known = STARTS.get(text);
  if (known) return known;
  const starts = [0];
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    starts.push(index + 1);
  if (STARTS.size >= STARTS_LIMIT) STARTS.clear();
  STARTS.set(text, starts);
  return starts;
}

/** 1-based line and column of an offset. Lines end at line feeds, as in ESLint after normalising. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

export const lineOf = (text: string, offset: number): number => positionOf(text, offset).line;
