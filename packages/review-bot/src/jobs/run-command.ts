import { maySettle } from '../commands/standing.js';
import { parseCommand } from '../commands/command.js';
import type { Command } from '../commands/command.js';
import { explainFinding, HELP, REFUSED } from '../delivery/replies.js';
import { fingerprintOf } from '../delivery/inline-comments.js';
import { judge } from '../delivery/verdict.js';
import { markerSigner } from '../github/marker.js';
import type { Comment, PullRequest, RepositoryApi, ReviewComment } from '../github/repository-api.js';
import type { Attempt } from '../queue/queue.js';
import { analyseCommit } from './analyse-commit.js';
import type { BotContext } from './bot-context.js';
import { budgeted } from './budgeted.js';
import { commandAnswer, commandComment } from './command-answer.js';
import type { CommandJob } from './command-answer.js';

/**
 * Does what a comment asks for. Waivers and pauses are not stored: they are read from the comments at every review, so a
 * new review is all they need.
 */
export async function runCommand(job: CommandJob, attempt: Attempt, context: BotContext): Promise<void> {
  const repository = await context.open(job);
  const { api } = repository;
  const comment = await commandComment(job, api);
  const command = comment && parseCommand(comment.body);
  if (!comment || !command || comment.isBot || comment.author === null) return;
  const pull = await api.pullRequest(job.number);
  const signer = markerSigner(context.markerKey, `${pull.repositoryId}#${job.number}`);
  const beforeRequest = budgeted(context.budget, job.installation, attempt)('comment');
  const { botLogin } = context;
  const { react, say: answer } = commandAnswer(job, comment, api, { signer, botLogin }, beforeRequest);
  const review = async (again: string | null): Promise<void> => {
    const next = { kind: 'review-pull-request', ...repositoryOf(job), number: job.number } as const;
    const name = `command-${job.on}-${job.comment}`;
    await context.enqueue(name, [{ ...next, head: pull.head.sha, again }]);
  };

  const refusal = await refusalOf(command, comment, pull, api);
  if (refusal !== null) {
    await react('confused');
    await answer(refusal);
    return;
  }
  switch (command.name) {
    case 'help':
      return answer(HELP);
    case 'unknown':
      return answer(HELP);
    case 'review':
      await review(`command-${job.comment}`);
      return react('+1');
    case 'pause':
    case 'resume':
      await review(null);
      return react('+1');
    case 'full': {
      const next = { kind: 'review-everything', ...repositoryOf(job), number: job.number } as const;
      const again = `full-${job.comment}`;
      await context.enqueue(`command-${job.on}-${job.comment}`, [{ ...next, head: pull.head.sha, again }]);
      return react('+1');
    }
    case 'waive':
    case 'explain':
      break;
  }

  const tip = (await api.branchTip(pull.base.ref)) ?? pull.head.sha;
  const base = await api.mergeBase(tip, pull.head.sha);
  const commits = { head: pull.head.sha, base, policy: tip, branch: pull.head.ref };
  const { result } = await analyseCommit(repository, context, commits, attempt.signal);
  const all = [...result.findings, ...result.suppressed];
  const id =
    command.id ?? (await findingAbove(job.number, comment, api, (body) => fingerprintOf(body, signer)));
  const meant = id === null ? [] : all.filter(({ fingerprint }) => fingerprint.startsWith(id));
  const [finding] = meant;
  if (!finding || meant.length > 1) {
    await react('confused');
    return answer(meant.length > 1 ? REFUSED.ambiguous : REFUSED.noSuchFinding);
  }
  if (command.name === 'explain') {
    return answer(explainFinding(finding, { repositoryUrl: pull.repositoryUrl, head: pull.head.sha }));
  }
  const { waived } = judge(result, [{ id: finding.fingerprint, by: comment.author, reason: command.reason }]);
  if (waived.length === 0) return;
  await review(null);
  return react('+1');
}

const repositoryOf = ({ installation, owner, repo }: CommandJob) => ({ installation, owner, repo });

/** Why a command is not followed, or null. What moves the gate needs write access; the author may ask for a review. */
async function refusalOf(
  command: Command,
  comment: Comment,
  pull: PullRequest,
  api: RepositoryApi,
): Promise<string | null> {
  const author = comment.author ?? '';
  const settles = command.name === 'waive' || command.name === 'pause' || command.name === 'resume';
  const isAuthor = author.toLowerCase() === pull.author.toLowerCase();
  if (settles || !isAuthor) {
    if (!maySettle(await api.permission(author))) return settles ? REFUSED.needsWrite : REFUSED.notYours;
  }
  if (comment.isEdited) return REFUSED.edited;
  if (command.name === 'waive' && command.reason === '') return REFUSED.needsReason;
  return null;
}

/** The finding of the comment of ours that this one answers. */
async function findingAbove(
  number: number,
  comment: Comment | ReviewComment,
  api: RepositoryApi,
  read: (body: string) => string | null,
): Promise<string | null> {
  const parentId = 'repliesTo' in comment ? comment.repliesTo : null;
  const parent = parentId === null ? null : await api.reviewComment(number, parentId);
  return parent ? read(parent.body) : null;
}
