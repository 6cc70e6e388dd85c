import { expect, it } from 'vitest';
import { LONGEST_PHRASE, TERMS_BY_PHRASE } from '../../src/pii/words/lexicon.js';

const phrases = [...TERMS_BY_PHRASE.keys()];

it('knows how long its longest phrase is', () => {
  expect(Math.max(...phrases.map((phrase) => phrase.split(' ').length))).toBe(LONGEST_PHRASE);
});

it('has one space between the words of every phrase', () => {
  expect(phrases.filter((phrase) => phrase !== phrase.trim().replace(/\s+/g, ' '))).toEqual([]);
});
