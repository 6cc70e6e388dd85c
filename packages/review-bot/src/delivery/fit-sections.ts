/** A part of a report that is shown whole or not at all. */
export interface Section {
  readonly text: string;
  /** What it adds to the count of what is missing; null: it is never left out. */
  readonly severity: 'P0' | 'P1' | 'P2' | 'P3' | null;
}

/** Room for the sentence that tells what is missing. */
const RESERVE = 400;

/**
 * Joins sections with empty lines between them, so that the text stays within GitHub's limit. Findings that do not fit are
 * left out whole, from the end, and counted.
 * @param limit in UTF-16 code units, of which GitHub's characters are never more
 * @param whereElse where the rest can be seen
 */
export function fitSections(sections: readonly Section[], limit: number, whereElse: string): string {
  const whole = sections.map(({ text }) => text).join('\n\n');
  if (whole.length <= limit) return whole;
  const fixed = sections.filter(({ severity }) => severity === null);
  let room = limit - RESERVE - fixed.reduce((sum, { text }) => sum + text.length + 2, 0);
  const missing = new Map<string, number>();
  const kept: string[] = [];
  let noticeAt = -1;
  for (const { text, severity } of sections) {
    if (severity === null) {
      kept.push(text);
      continue;
    }
    const fits = missing.size === 0 && text.length + 2 <= room;
    if (fits) {
      room -= text.length + 2;
      kept.push(text);
    } else {
      if (missing.size === 0) noticeAt = kept.length;
      missing.set(severity, (missing.get(severity) ?? 0) + 1);
    }
  }
  const total = [...missing.values()].reduce((sum, count) => sum + count, 0);
  const counts = [...missing].map(([severity, count]) => `${severity}: ${count}`).join(', ');
  const notice = `**${total} more finding${total === 1 ? '' : 's'}** (${counts}) did not fit in here; ${whereElse}.`;
  if (noticeAt !== -1) kept.splice(noticeAt, 0, notice);
  return kept.join('\n\n');
}
