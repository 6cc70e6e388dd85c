/**
 * What the documents say of a rule besides what ESLint knows of it: severity, category, and what it needs.
 * @typedef {import('@tracklint/analyzer').Rule} Rule
 */

/**
 * What has to be there for the rule to say anything, in the words of the configuration.
 * @param {Rule} rule
 * @returns {readonly string[]}
 */
export function needsOf({ meta }) {
  return [...(meta.needsPlan ? ['a tracking plan'] : []), ...settingsReadBy(meta).map((key) => `\`${key}\``)];
}

/** The settings that turn a rule on are those that its `isEnabled` looks at. */
function settingsReadBy({ isEnabled }) {
  const read = new Set();
  isEnabled?.(
    new Proxy(
      {},
      {
        get(_, key) {
          read.add(key);
          return null;
        },
      },
    ),
  );
  return [...read];
}

/** @param {Rule} rule */
export const isOnCommandLineOnly = ({ meta }) => meta.where.every((where) => where === 'project');

/**
 * The line that ends the header of a page.
 * @param {Rule} rule
 */
export function factsLine(rule) {
  const needs = needsOf(rule);
  return [
    `**Severity** ${rule.meta.severity}`,
    `**Category** ${rule.meta.category}`,
    ...(needs.length > 0 ? [`**Needs** ${needs.join(', ')}`] : []),
  ].join(' · ');
}
