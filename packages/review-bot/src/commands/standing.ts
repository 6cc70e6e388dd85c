import type { Comment, Permission, ReviewComment } from '../github/repository-api.js';
import { parseCommand } from './command.js';

/** A finding that someone with write access accepts in this pull request. */
export interface Waiver {
  /** The first digits of the finding's fingerprint. */
  readonly id: string;
  readonly by: string;
  readonly reason: string;
}

/** What the commands on a pull request have settled. */
export interface Standing {
  readonly waivers: readonly Waiver[];
  /** Who asked for silence; null if comments are wanted. Checks go on. */
  readonly pausedBy: string | null;
}

export interface Conversation {
  readonly comments: readonly Comment[];
  readonly reviewComments: readonly ReviewComment[];
  /** The finding that a comment of ours is about, by its fingerprint. */
  readonly findingOf: (comment: ReviewComment) => string | null;
}

/**
 * Reads from the comments themselves what was settled, so that it is recorded where everyone sees it and needs no other
 * store. A comment that was edited later does not count, since an edit could put words into somebody's mouth. Who lost
 * write access since has no say any more.
 */
export async function readStanding(
  { comments, reviewComments, findingOf }: Conversation,
  permissionOf: (login: string) => Promise<Permission>,
): Promise<Standing> {
  const parents = new Map(reviewComments.map((comment) => [comment.id, comment]));
  const aboutFinding = (comment: Comment | ReviewComment): string | null => {
    const parent =
      'repliesTo' in comment && comment.repliesTo !== null ? parents.get(comment.repliesTo) : null;
    return parent ? findingOf(parent) : null;
  };
  const all = [...comments, ...reviewComments].sort((a, b) =>
    a.createdAt === b.createdAt ? a.id - b.id : a.createdAt < b.createdAt ? -1 : 1,
  );
  const permissions = new Map<string, Permission>();
  const waivers: Waiver[] = [];
  let pausedBy: string | null = null;
  for (const comment of all) {
    const command = comment.isBot || comment.author === null ? null : parseCommand(comment.body);
    if (command?.name !== 'waive' && command?.name !== 'pause' && command?.name !== 'resume') continue;
    if (comment.isEdited) continue;
    const author = comment.author ?? '';
    const permission = permissions.get(author) ?? (await permissionOf(author));
    permissions.set(author, permission);
    if (!maySettle(permission)) continue;
    if (command.name === 'pause') pausedBy = author;
    else if (command.name === 'resume') pausedBy = null;
    else {
      const id = command.id ?? aboutFinding(comment);
      if (id !== null && command.reason !== '') waivers.push({ id, by: author, reason: command.reason });
    }
  }
  return { waivers, pausedBy };
}

/** Whether someone may change what the gate lets through. */
export const maySettle = (permission: Permission): boolean =>
  permission === 'admin' || permission === 'write';
