import type { MarkerSigner } from '../github/marker.js';
import type { Comment, RepositoryApi, ReviewComment } from '../github/repository-api.js';
import type { Job } from '../queue/job.js';
import type { BotContext } from './bot-context.js';
import { readConversation } from './conversation.js';

export type CommandJob = Extract<Job, { readonly kind: 'run-command' }>;

/** What the bot says to who gave a command. */
export interface CommandAnswer {
  react(reaction: '+1' | 'confused'): Promise<void>;
  /** Answers where the command was given, once. */
  say(text: string): Promise<void>;
}

/** The comment that gives a command; null if it is gone. */
export const commandComment = (
  job: CommandJob,
  api: RepositoryApi,
): Promise<Comment | ReviewComment | null> =>
  job.on === 'review' ? api.reviewComment(job.number, job.comment) : api.comment(job.comment);

/** @param beforeRequest is awaited before each request that creates content */
export function commandAnswer(
  job: CommandJob,
  comment: Comment | ReviewComment,
  api: RepositoryApi,
  { signer, botLogin }: { readonly signer: MarkerSigner } & Pick<BotContext, 'botLogin'>,
  beforeRequest: () => Promise<void>,
): CommandAnswer {
  return {
    async react(reaction) {
      await beforeRequest();
      await api.react(job.comment, job.on, reaction);
    },
    async say(text) {
      const marker = { kind: 'reply', key: `${job.on}-${job.comment}` } as const;
      const conversation = await readConversation(api, job.number, signer, await botLogin());
      const said: readonly Comment[] = [...conversation.comments, ...conversation.reviewComments];
      const isAnswered = said.some(
        (own) => conversation.isOurs(own) && signer.read(own.body)?.key === marker.key,
      );
      if (isAnswered) return;
      await beforeRequest();
      const body = `${text}\n\n${signer.mark(marker)}`;
      if ('repliesTo' in comment) await api.reply(job.number, comment.repliesTo ?? comment.id, body);
      else await api.createComment(job.number, body);
    },
  };
}
