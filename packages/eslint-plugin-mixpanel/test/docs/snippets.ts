import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A code block of a document whose first line is a comment with the name of the file that it is. */
export interface Snippet {
  readonly document: string;
  readonly file: string;
  readonly text: string;
}

const ROOT = new URL('../../../../', import.meta.url);

/** @param document relative to the root of the repository */
export function snippetsOf(document: string): readonly Snippet[] {
  const text = readFileSync(fileURLToPath(new URL(document, ROOT)), 'utf8');
  return [...text.matchAll(/^```\w+\n(?:\/\/|#) (\S+)[^\n]*\n([\s\S]*?)^```$/gm)].map(([, file, body]) => ({
    document,
    file: file ?? '',
    text: body ?? '',
  }));
}
