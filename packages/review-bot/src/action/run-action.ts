import { countsOf, renderReport } from '../delivery/report.js';
import type { Verdict } from '../delivery/verdict.js';
import { asText } from '../delivery/finding-text.js';
import { readActionEnvironment } from './action-environment.js';
import type { ActionEnvironment } from './action-environment.js';
import { annotationLines } from './annotations.js';
import { failureSentence } from './failure-sentence.js';
import { openRepository } from './open-repository.js';
import { writeReportComment } from './report-comment.js';
import type { CommentOutcome } from './report-comment.js';
import { reviewTrigger } from './review-trigger.js';
import type { ActionReview, ReviewTrigger } from './review-trigger.js';
import { writeOutputs, writeSarif, writeSummary } from './step-files.js';
import { readTrigger } from './trigger.js';
import { runAnnotation } from './workflow-commands.js';

/** 0: nothing holds up the merge; 1: something does; 2: there is no review. */
export type ExitCode = 0 | 1 | 2;

export interface ActionSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Prints a line, given without its end. */
  print(line: string): void;
}

/** Does everything that a run of the Action does. Never rejects. */
export async function runAction({ env, print }: ActionSurroundings): Promise<ExitCode> {
  let environment: ActionEnvironment | null = null;
  try {
    environment = readActionEnvironment(env);
    return await run(environment, print);
  } catch (error) {
    const sentence = failureSentence(error);
    print(runAnnotation('error', sentence));
    if (environment) await tellFailure(environment, sentence).catch(() => undefined);
    return 2;
  }
}

async function tellFailure(environment: ActionEnvironment, sentence: string): Promise<void> {
  await writeOutputs(environment, { conclusion: 'error' });
  await writeSummary(
    environment,
    () => `# Mixpanel Implementation Review\n\nNot reviewed: ${asText(sentence)}`,
  );
}

type Print = ActionSurroundings['print'];

async function run(environment: ActionEnvironment, print: Print): Promise<ExitCode> {
  const trigger = await readTrigger(environment);
  if (trigger.kind === 'nothing') return skip(environment, print, trigger.why);
  const repository = await openRepository(environment);
  try {
    const review = await reviewTrigger(trigger, repository, environment.repositoryUrl);
    const isDraft = trigger.kind === 'pull-request' && trigger.isDraft;
    if (isDraft && review.result.pullRequests.drafts === 'skip')
      return await skip(environment, print, 'Drafts are not reviewed in this repository.');
    await report(environment, trigger, review, print);
    if (trigger.kind === 'pull-request' && environment.wantsComment) {
      const outcome = await writeReportComment(repository.api, trigger, review, environment.runUrl);
      const sentence = COMMENT_SENTENCES[outcome];
      if (sentence !== null) print(runAnnotation('notice', sentence));
    }
    return await conclude(environment, review.verdict, print);
  } finally {
    await repository.close();
  }
}

const COMMENT_SENTENCES: Readonly<Record<CommentOutcome, string | null>> = {
  done: null,
  paused: 'The report is not commented, because comments were paused in the pull request.',
  'moved-on': 'The report is not commented, because the pull request has moved on to another commit.',
  failed: 'The report is not commented, because GitHub did not take it; the summary of the job has it.',
  refused:
    'The report is not commented, because the token may not: that is always so in pull requests from forks; elsewhere give the job "permissions: pull-requests: write", or set the input "comment" to false. The summary of the job has the report.',
};

async function skip(environment: ActionEnvironment, print: Print, why: string): Promise<ExitCode> {
  print(why);
  await writeOutputs(environment, { conclusion: 'skipped' });
  return 0;
}

async function report(
  environment: ActionEnvironment,
  trigger: ReviewTrigger,
  review: ActionReview,
  print: Print,
): Promise<void> {
  const { result, verdict, scope, conversation } = review;
  const { sarifFile } = environment;
  const { lines, notShown } = annotationLines(verdict);
  for (const line of lines) print(line);
  if (notShown > 0) {
    const places =
      sarifFile === null ? 'the summary of the job' : 'the summary of the job and the SARIF file';
    const findings = notShown === 1 ? '1 more finding is' : `${notShown} more findings are`;
    print(
      `${findings} not annotated, because GitHub shows ten errors, warnings and notices of a step; see ${places}.`,
    );
  }
  const commands = trigger.kind === 'pull-request' && conversation !== null ? 'read' : 'none';
  const whereElse =
    sarifFile === null ? 'the input `sarif-file` gives a file with each' : 'the SARIF file has each';
  await writeSummary(environment, (limit) =>
    renderReport(result, verdict, scope, { limit, whereElse, commands }),
  );
  await writeSarif(environment, result.sarif);
}

async function conclude(
  environment: ActionEnvironment,
  { conclusion, open, blocking }: Verdict,
  print: Print,
): Promise<ExitCode> {
  const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  await writeOutputs(environment, {
    ...{ conclusion, p0: count('P0'), p1: count('P1'), p2: count('P2'), findings: open.length },
  });
  const holding = `${blocking.length} finding${blocking.length === 1 ? ' holds' : 's hold'} up the merge`;
  print(`${countsOf(open)}; ${blocking.length === 0 ? 'nothing holds up the merge' : holding}.`);
  return conclusion === 'success' ? 0 : 1;
}
