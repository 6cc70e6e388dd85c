import { CATEGORIES, SEVERITIES, SEVERITY_MEANINGS } from '@tracklint/analyzer';
import type { AnalysisResult, BotFinding, SuppressedFinding } from '../analysis/analysis-result.js';
import { asCode, asPath, asText, bodyOf, placeLink, titleOf } from './finding-text.js';
import { fitSections } from './fit-sections.js';
import type { Section } from './fit-sections.js';
import { shortIds } from './verdict.js';
import type { Verdict } from './verdict.js';

/** Where a review was made, for the head of its report. */
export interface ReportScope {
  readonly branch: string | null;
  /** The commit that was compared with; null: everything in the head counts. */
  readonly base: string | null;
  readonly head: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Address of the repository for people; null: places are not links. */
  readonly repositoryUrl: string | null;
  readonly pausedBy: string | null;
}

export interface ReportLimits {
  /** Characters, as `fitSections` counts them. */
  readonly limit: number;
  /** Where findings can be seen that do not fit, as the end of a sentence. */
  readonly whereElse: string;
  /**
   * What becomes of commands in comments: the App answers them; an Action, which nobody wakes for a comment, reads in its
   * next run what was waived; where nothing is read none are offered.
   */
  readonly commands?: 'answered' | 'read' | 'none';
}

/** More would hide what matters. */
const MOST_NOTICES = 20;

/**
 * The *Mixpanel Implementation Review* as Markdown, within a number of characters.
 */
export function renderReport(
  result: AnalysisResult,
  verdict: Verdict,
  scope: ReportScope,
  { limit, whereElse, commands = 'answered' }: ReportLimits,
): string {
  const idOf = shortIds([...result.findings, ...result.suppressed]);
  const place = placeLink(scope.repositoryUrl === null ? null : `${scope.repositoryUrl}/blob/${scope.head}`);
  const sections: Section[] = [
    fixed(head(scope, verdict)),
    fixed(summary(verdict)),
    ...(verdict.open.length === 0 ? [] : [fixed('## Issues Found')]),
    ...verdict.open.map((finding) => ({
      severity: finding.severity,
      text: issue(finding, idOf(finding), place),
    })),
    ...suppressedSection(verdict, idOf, place),
    ...waivedSection(verdict, place),
    ...relaxationSection(result),
    ...noticeSection(result),
    fixed(footer(verdict, scope, commands)),
  ];
  return fitSections(sections, limit, whereElse);
}

/** Whether a pull request gets a comment at all. */
export const hasSomethingToSay = (
  { relaxations }: AnalysisResult,
  { open, waived, suppressed }: Verdict,
): boolean => open.length + waived.length + suppressed.length + relaxations.length > 0;

const fixed = (text: string): Section => ({ text, severity: null });

/** `P0: 1 · P1: 0 · P2: 3 · P3: 0`. */
export const countsOf = (findings: readonly BotFinding[]): string =>
  SEVERITIES.map((own) => `${own}: ${findings.filter(({ severity }) => severity === own).length}`).join(
    ' · ',
  );

function head(scope: ReportScope, { conclusion, open, blocking }: Verdict): string {
  const against = scope.base === null ? 'everything' : `what changes since \`${scope.base.slice(0, 10)}\``;
  const gate =
    conclusion === 'success'
      ? 'Nothing holds up the merge.'
      : `${blocking.length} finding${blocking.length === 1 ? ' holds' : 's hold'} up the merge.`;
  return [
    '# Mixpanel Implementation Review',
    [
      ...(scope.branch === null ? [] : [`**Branch**: ${asCode(scope.branch)}`]),
      `**Scope**: ${against}, at \`${scope.head.slice(0, 10)}\``,
      `**Date**: ${scope.date}`,
    ].join(' · '),
    `**${gate}** ${countsOf(open)}`,
  ].join('\n\n');
}

function summary({ open }: Verdict): string {
  const rows = CATEGORIES.map((category) => {
    const issues = open.filter((finding) => finding.category === category).length;
    return `| ${category} | ${issues === 0 ? 'PASS' : 'FAIL'} | ${issues} |`;
  });
  return ['## Summary', '', '| Category | Status | Issues |', '| --- | --- | ---: |', ...rows].join('\n');
}

type Place = (file: string, line: number) => string;

const issue = (finding: BotFinding, id: string, place: Place): string =>
  [
    `### ${titleOf(finding)}`,
    `**File**: ${place(finding.file, finding.line)} · id \`${id}\``,
    ...bodyOf(finding, place),
  ].join('\n\n');

function suppressedSection(
  { suppressed }: Verdict,
  idOf: (finding: BotFinding) => string,
  place: Place,
): readonly Section[] {
  if (suppressed.length === 0) return [];
  const item = (finding: SuppressedFinding): string => {
    const reason = finding.reason === null ? 'no reason given' : asText(finding.reason);
    return `- ${titleOf(finding)} in ${place(finding.file, finding.line)}, id \`${idOf(finding)}\`: ${reason}`;
  };
  return listSection(
    '## Suppressed by this change',
    suppressed.map((finding) => [item(finding), finding.severity]),
  );
}

function waivedSection({ waived }: Verdict, place: Place): readonly Section[] {
  if (waived.length === 0) return [];
  return listSection(
    '## Waived',
    waived.map(({ finding, waiver }) => [
      `- ${titleOf(finding)} in ${place(finding.file, finding.line)}, by ${asCode(waiver.by)}: ${asText(waiver.reason)}`,
      finding.severity,
    ]),
  );
}

function listSection(
  title: string,
  items: readonly (readonly [text: string, severity: BotFinding['severity']])[],
): readonly Section[] {
  return [fixed(title), ...items.map(([text, severity]) => ({ text, severity }))];
}

function relaxationSection({ relaxations }: AnalysisResult): readonly Section[] {
  if (relaxations.length === 0) return [];
  const items = relaxations
    .slice(0, MOST_NOTICES)
    .map(({ what, file }) => `- ${asText(what)} (${asPath(file)})`);
  const more = relaxations.length - items.length;
  return [
    fixed(
      [
        '## What this change would allow',
        '',
        'Configuration and baseline of the base branch are in force; what follows counts once it is merged.',
        '',
        ...items,
        ...(more > 0 ? [`- and ${more} more`] : []),
      ].join('\n'),
    ),
  ];
}

function noticeSection({ notices }: AnalysisResult): readonly Section[] {
  if (notices.length === 0) return [];
  const items = notices.slice(0, MOST_NOTICES).map(({ message, file, line }) => {
    const where = file === null ? '' : ` (${asPath(line === null ? file : `${file}:${line}`)})`;
    return `- ${asText(message)}${where}`;
  });
  const more = notices.length - items.length;
  const list = [...items, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
  return [fixed(`<details><summary>Notices</summary>\n\n${list}\n\n</details>`)];
}

const WAYS = {
  answered:
    'Comment `/tracklint explain <id>` for the chain of evidence, `/tracklint waive <id> <reason>` to accept a finding, `/tracklint help` for more.',
  read: 'Someone with write access can comment `/tracklint waive <id> <reason>` to accept a finding; it counts from the next run on.',
  none: null,
} as const;

function footer(
  { open, suppressed }: Verdict,
  { pausedBy }: ReportScope,
  commands: keyof typeof WAYS,
): string {
  const worst = SEVERITIES.find((own) => open.some(({ severity }) => severity === own));
  const next = worst === undefined ? [] : [`${worst} ${SEVERITY_MEANINGS[worst]}.`];
  const paused =
    pausedBy === null
      ? []
      : [`Comments are paused by ${asCode(pausedBy)}; \`/tracklint resume\` brings them back.`];
  const ways = open.length + suppressed.length === 0 ? null : WAYS[commands];
  const sentences = [...next, ...paused, ...(ways === null ? [] : [ways])];
  return ['## Recommendations', sentences.join(' ') || 'Nothing to do.'].join('\n\n');
}
