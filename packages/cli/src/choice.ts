import { InvalidArgumentError } from 'commander';
import { distance } from 'fastest-levenshtein';

/** A parser for an argument that must be one of a few words; upper and lower case count as the same. */
export function choiceOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    if (found !== undefined) return found;
    const nearest = nearestOf(text, choices);
    const hint = nearest === null ? '' : ` Did you mean ${nearest}?`;
    throw new InvalidArgumentError(`Choose from ${choices.join(', ')}.${hint}`);
  };
}

/** The word that was probably meant, or null if none is near. */
export function nearestOf(text: string, words: readonly string[]): string | null {
  const ranked = words
    .map((word) => ({ word, edits: distance(text.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best && best.edits <= Math.max(1, Math.floor(best.word.length / 2.5)) ? best.word : null;
}
