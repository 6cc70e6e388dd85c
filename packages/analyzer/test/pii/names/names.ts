/** Names by the verdict that a string value with no other evidence deserves. */
export type NameTable = Readonly<Record<'P0' | 'P1' | 'P2' | 'clean', readonly string[]>>;

/** A table from texts with commas or line breaks between the names. */
export function names(texts: Readonly<Record<keyof NameTable, string>>): NameTable {
  const list = (text: string): readonly string[] =>
    text
      .trim()
      .split(/\s*[,\n]\s*/)
      .filter((name) => name !== '');
  return { P0: list(texts.P0), P1: list(texts.P1), P2: list(texts.P2), clean: list(texts.clean) };
}
