/** The text, or its beginning and an ellipsis if it is longer than so many UTF-16 units. */
export const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
