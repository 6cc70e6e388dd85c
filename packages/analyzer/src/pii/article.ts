/** `an owner`, `a user`: an English noun with its article. */
export const withArticle = (noun: string): string =>
  `${/^(?:[aeio]|u(?!se|ni|ti))/.test(noun) ? 'an' : 'a'} ${noun}`;
