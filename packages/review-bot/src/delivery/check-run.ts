import { createHash } from 'node:crypto';
import { SEVERITIES } from '@tracklint/analyzer';
import type { AnalysisResult, BotFinding } from '../analysis/analysis-result.js';
import { clip } from '../analysis/clip.js';
import type {
  Annotation,
  CheckButton,
  CheckName,
  CheckOutput,
  CheckRun,
  Conclusion,
  RepositoryApi,
} from '../github/repository-api.js';
import { asPlain, maskPath, plainTitleOf } from './finding-text.js';
import { renderReport } from './report.js';
import type { ReportScope } from './report.js';
import type { Verdict } from './verdict.js';

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const SUMMARY_LIMIT = 65_535;
const ANNOTATIONS_PER_REQUEST = 50;
const TITLE_LIMIT = 255;

/** Labels of at most 20 characters, descriptions of at most 40; at most three buttons. */
export const BUTTONS: readonly CheckButton[] = [
  { label: 'Review again', description: 'Reviews this commit once more', identifier: 'review' },
  { label: 'Review everything', description: 'Also what was there before the change', identifier: 'full' },
];

/** What a check run is about. */
export interface CheckSubject {
  readonly repositoryId: number;
  /** The pull request, or null for a merge group. */
  readonly number: number | null;
  readonly head: string;
  /** Tells apart runs that were asked for one after the other; null for the first. */
  readonly again: string | null;
}

/**
 * The name by which a check run is found again, also by a process that knows nothing of the one that made it:
 * `pr-12:first:<hash>`, `group:run-7:<hash>`.
 */
export function externalIdOf({ repositoryId, number, head, again }: CheckSubject): string {
  const hash = createHash('sha256').update(JSON.stringify([repositoryId, number, head, again]));
  const subject = number === null ? 'group' : `pr-${number}`;
  return `${subject}:${again ?? 'first'}:${hash.digest('hex').slice(0, 32)}`;
}

/** What the external id of one of our check runs says; null if it is none of ours. */
export function readExternalId(externalId: string | null): Pick<CheckSubject, 'number' | 'again'> | null {
  const match = /^(?:group|pr-(\d+)):([0-9a-z-]{1,60}):[0-9a-f]{32}$/.exec(externalId ?? '');
  if (!match) return null;
  return {
    number: match[1] === undefined ? null : Number(match[1]),
    again: match[2] === 'first' ? null : (match[2] ?? null),
  };
}

/** `CheckSubject.again` of the run that is made because of another one. */
export const againAfter = ({ id }: Pick<CheckRun, 'id'>): string => `run-${id}`;

/** The check run of a subject if there is one already. Who asks for no other one means the newest. */
async function findCheckRun(
  api: RepositoryApi,
  subject: CheckSubject,
  name: CheckName,
): Promise<CheckRun | null> {
  const runs = await api.checkRuns(subject.head, name);
  const isMeant = ({ externalId }: CheckRun): boolean =>
    subject.again === null
      ? readExternalId(externalId)?.number === subject.number
      : externalId === externalIdOf(subject);
  return runs.find(isMeant) ?? null;
}

/** Makes the check run of a subject, or finds the one that an earlier attempt has made. */
export async function openCheckRun(
  api: RepositoryApi,
  subject: CheckSubject,
  beforeRequest: () => Promise<void>,
  name: CheckName = 'Tracklint',
): Promise<CheckRun> {
  const found = await findCheckRun(api, subject, name);
  if (found) return found;
  await beforeRequest();
  return api.createCheckRun({ name, sha: subject.head, externalId: externalIdOf(subject) });
}

/** Ends a check run with a sentence instead of a review. One that has ended already keeps what it says. */
export async function concludeCheckRun(
  api: RepositoryApi,
  run: CheckRun,
  { conclusion, title, summary }: Omit<CheckText, 'findings'>,
  beforeRequest: () => Promise<void>,
): Promise<void> {
  if (run.status === 'completed') return;
  await convergeCheckRun(api, run, { conclusion, title, summary, findings: [] }, beforeRequest);
}

export interface CheckText {
  readonly conclusion: Conclusion;
  readonly title: string;
  readonly summary: string;
  /** Every finding, accepted or not: GitHub only ever adds annotations, so their order has to stay. */
  readonly findings: readonly BotFinding[];
}

/** `2 P0, 1 P2`. */
export function checkTitle({ open, suppressed, waived }: Verdict): string {
  const counts = SEVERITIES.flatMap((own) => {
    const count = open.filter(({ severity }) => severity === own).length;
    return count === 0 ? [] : [`${count} ${own}`];
  });
  const aside = [
    ...(suppressed.length === 0 ? [] : [`${suppressed.length} suppressed`]),
    ...(waived.length === 0 ? [] : [`${waived.length} waived`]),
  ];
  return [...counts, ...aside].join(', ') || 'No tracking problems';
}

/** What a check run says of a review; what does not fit into its summary are its annotations. */
export const checkText = (result: AnalysisResult, verdict: Verdict, scope: ReportScope): CheckText => ({
  conclusion: verdict.conclusion,
  title: checkTitle(verdict),
  summary: renderReport(result, verdict, scope, {
    limit: SUMMARY_LIMIT,
    whereElse: 'each is an annotation of this check',
  }),
  findings: [...result.findings],
});

/**
 * Brings a check run to what it should say. The first request already concludes it, because that is what a merge waits
 * for; the annotations that do not fit into it follow. GitHub adds annotations and never replaces them, so those that an
 * earlier attempt has posted are counted and left out.
 * @param beforeRequest is awaited before each request that creates content
 */
export async function convergeCheckRun(
  api: RepositoryApi,
  run: CheckRun,
  text: CheckText,
  beforeRequest: () => Promise<void>,
): Promise<void> {
  const annotations = text.findings.map(annotationOf);
  const output = { title: clip(text.title, TITLE_LIMIT), summary: clip(text.summary, SUMMARY_LIMIT) };
  let posted = run.annotationsCount;
  const isDone =
    run.status === 'completed' &&
    run.conclusion === text.conclusion &&
    run.title === output.title &&
    run.summary === output.summary;
  let isFirst = !isDone;
  while (isFirst || posted < annotations.length) {
    await beforeRequest();
    const batch = annotations.slice(posted, posted + ANNOTATIONS_PER_REQUEST);
    const withBatch: CheckOutput = { ...output, annotations: batch };
    await api.updateCheckRun(run.id, {
      conclusion: text.conclusion,
      output: withBatch,
      actions: BUTTONS,
    });
    posted += batch.length;
    isFirst = false;
  }
}

const LEVELS = { P0: 'failure', P1: 'warning', P2: 'notice', P3: 'notice' } as const;

/** A finding as GitHub shows it in the code: plain text. */
export function annotationOf(finding: BotFinding): Annotation {
  const { file, line, endLine, column, endColumn } = finding;
  const isOneLine = line === endLine;
  return {
    path: file,
    start_line: line,
    end_line: Math.max(line, endLine),
    // GitHub takes columns of single lines only.
    ...(isOneLine ? { start_column: column, end_column: Math.max(column, endColumn) } : {}),
    annotation_level: LEVELS[finding.severity],
    title: clip(plainTitleOf(finding), TITLE_LIMIT),
    message: [
      asPlain(finding.message),
      asPlain(finding.fix),
      ...(finding.cause
        ? [`Caused by ${asPlain(maskPath(`${finding.cause.file}:${finding.cause.line}`))}.`]
        : []),
    ].join('\n'),
  };
}
