import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Replaces what stands between `<!-- begin NAME -->` and `<!-- end NAME -->`.
 * @param {string} text
 * @param {string} name
 * @param {string} content Markdown without surrounding blank lines.
 * @returns {string | null} Null if the markers are missing.
 */
export function replaceSection(text, name, content) {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) return null;
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/**
 * Writes a generated file, or with `isCheck` only says whether it is up to date.
 * @param {string} path
 * @param {string} text
 * @param {{ isCheck: boolean, label: string }} options
 * @returns {string | null} A problem for a person, or null.
 */
export function writeOrCompare(path, text, { isCheck, label }) {
  let current;
  try {
    current = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (current === text) return null;
  if (isCheck) return `${label} is out of date; run "npm run generate" and commit the result.`;
  writeFileSync(path, text);
  console.log(`wrote ${label}`);
  return null;
}
