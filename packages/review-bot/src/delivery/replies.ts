import type { BotFinding } from '../analysis/analysis-result.js';
import { asCode, asSentence, bodyOf, placeLink, titleOf } from './finding-text.js';

/** The answer to `/tracklint help`. */
export const HELP = [
  '**Tracklint** reviews the Mixpanel tracking of this pull request.',
  [
    '| Command | What it does | Who may |',
    '| --- | --- | --- |',
    '| `/tracklint review` | reviews the current commit once more | the author, write access |',
    '| `/tracklint full` | also shows what was there before, in a check of its own | the author, write access |',
    '| `/tracklint explain <id>` | the chain of evidence behind a finding | the author, write access |',
    '| `/tracklint waive <id> <reason>` | accepts a finding in this pull request | write access |',
    '| `/tracklint pause`, `/tracklint resume` | no comments for a while; the check goes on | write access |',
  ].join('\n'),
  'In an answer to a comment on a line the id can be left out.',
].join('\n\n');

/** Why a command was not followed. */
export const REFUSED = {
  needsWrite: 'That needs write access to this repository.',
  notYours: 'Only the author of this pull request and people with write access can ask for that.',
  edited: 'An edited comment is not followed; please write a new one.',
  needsReason: 'A waiver needs a reason: `/tracklint waive <id> <reason>`.',
  noSuchFinding: 'There is no such finding at this commit; the report lists the ids.',
  ambiguous: 'Several findings begin with this id; please give more digits of it.',
} as const;

/** The answer to `/tracklint explain`. */
export function explainFinding(
  finding: BotFinding,
  { repositoryUrl, head }: { readonly repositoryUrl: string; readonly head: string },
): string {
  const place = placeLink(`${repositoryUrl}/blob/${head}`);
  const evidence = finding.evidence.map((line) => `- ${asSentence(line)}`).join('\n');
  return [
    `**${titleOf(finding)}**`,
    `**File**: ${place(finding.file, finding.line)}`,
    ...bodyOf(finding, place),
    ...(evidence === '' ? [] : [`**Evidence**\n\n${evidence}`]),
    `**Rule**: ${asCode(finding.rule)}; ${asCode(`npx tracklint explain ${finding.rule}`)} shows its page.`,
  ].join('\n\n');
}
