import { ApiError, notFound } from '../api-error.js';
import { created, ok, paged, pullOf, read, repositoryOf, requireBodyText, write } from '../context.js';
import type { Context, Route } from '../context.js';
import { issueComment, review, reviewComment, user } from '../objects.js';
import { exampleOf } from '../openapi.js';
import { checkBody, checkReviewComments } from '../rules.js';
import type { DraftComment } from '../rules.js';
import type { CommentState, ReviewCommentState } from '../state.js';

const readPulls = read('pull_requests');
const writePulls = write('pull_requests');

function found<T extends CommentState>(comments: readonly T[], context: Context): T {
  const id = Number(context.params['comment_id']);
  const comment = comments.find((own) => own.id === id && !own.isDeleted);
  if (!comment) throw notFound();
  return comment;
}

function react(comments: readonly CommentState[], context: Context) {
  const login = context.token?.login ?? '';
  const content = String(context.body['content']);
  const { reactions, number } = found(comments, context);
  checkLock(context, number);
  const isThere = reactions.some((own) => own.login === login && own.content === content);
  if (!isThere) reactions.push({ login, content });
  const body = { ...exampleOf('reaction'), content, user: user(login) };
  return isThere ? ok(body) : created(body);
}

/**
 * An App is not a collaborator, and who is not cannot say anything in a locked conversation:
 * https://docs.github.com/en/communities/moderating-comments-and-conversations/locking-conversations; the words are those
 * of https://github.com/renovatebot/renovate/issues/6215.
 */
function checkLock(context: Context, number: number): void {
  const pull = repositoryOf(context).pulls.find((own) => own.number === number);
  if (pull?.isLocked) throw new ApiError(403, 'Unable to create comment because issue is locked.');
}

/** An edit takes time, so that it can be told from the writing. */
function edit(comment: CommentState, context: Context): void {
  const body = requireBodyText(context.body);
  checkBody(body);
  checkLock(context, comment.number);
  comment.body = body;
  comment.updatedAt = context.server.now();
}

function fresh(context: Context, number: number, body: string): CommentState {
  checkLock(context, number);
  const login = context.token?.login ?? '';
  const at = context.server.now();
  return {
    ...{ id: context.server.newId(), number, login, isBot: login.endsWith('[bot]'), body },
    ...{ createdAt: at, updatedAt: at, isDeleted: false, reactions: [] },
  };
}

export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    access: readPulls,
    handle(context) {
      const { number } = pullOf(context, 'issue_number');
      const all = repositoryOf(context).issueComments.filter((own) => own.number === number && !own.isDeleted);
      const path = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
      return paged(context, path, all, (page) => page.map((own) => issueComment(own, context.app)));
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    access: writePulls,
    creates: true,
    handle(context) {
      const body = requireBodyText(context.body);
      checkBody(body);
      const comment = fresh(context, pullOf(context, 'issue_number').number, body);
      repositoryOf(context).issueComments.push(comment);
      return created(issueComment(comment, context.app));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    access: readPulls,
    handle: (context) => ok(issueComment(found(repositoryOf(context).issueComments, context), context.app)),
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    access: writePulls,
    creates: true,
    handle(context) {
      const comment = found(repositoryOf(context).issueComments, context);
      edit(comment, context);
      return ok(issueComment(comment, context.app));
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    access: writePulls,
    handle: (context) => react(repositoryOf(context).issueComments, context),
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions',
    access: writePulls,
    handle: (context) => react(repositoryOf(context).lineComments, context),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
    access: readPulls,
    handle(context) {
      const { number } = pullOf(context);
      const all = repositoryOf(context).lineComments.filter((own) => own.number === number && !own.isDeleted);
      const path = '/repos/{owner}/{repo}/pulls/{pull_number}/comments';
      return paged(context, path, all, (page) => page.map(reviewComment));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
    access: readPulls,
    handle: (context) => ok(reviewComment(found(repositoryOf(context).lineComments, context))),
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
    access: writePulls,
    creates: true,
    handle(context) {
      const comment = found(repositoryOf(context).lineComments, context);
      edit(comment, context);
      return ok(reviewComment(comment));
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
    access: writePulls,
    creates: true,
    handle(context) {
      const own = repositoryOf(context);
      const parent = found(own.lineComments, context);
      const body = requireBodyText(context.body);
      checkBody(body);
      const inReplyTo = parent.inReplyTo ?? parent.id;
      const comment = { ...parent, ...fresh(context, parent.number, body), inReplyTo };
      own.lineComments.push(comment);
      return created(reviewComment(comment));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    access: readPulls,
    handle(context) {
      const { number } = pullOf(context);
      const all = repositoryOf(context).reviewStates.filter((own) => own.number === number);
      return paged(context, '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', all, (page) => page.map(review));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
    access: readPulls,
    handle(context) {
      const id = Number(context.params['review_id']);
      const state = repositoryOf(context).reviewStates.find((own) => own.id === id);
      if (!state) throw notFound();
      return ok(review(state));
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    access: writePulls,
    creates: true,
    handle(context) {
      const own = repositoryOf(context);
      const { number, baseRef, headSha } = pullOf(context);
      checkLock(context, number);
      const commit = String(context.body['commit_id'] ?? headSha);
      const comments = (context.body['comments'] ?? []) as readonly DraftComment[];
      const text = String(context.body['body'] ?? '');
      if (text === '' && comments.length === 0) throw new ApiError(422, 'Unprocessable Entity', ['body is missing']);
      if (own.git.resolve(commit) === null) throw new ApiError(422, 'Unprocessable Entity', ['commit_id is unknown']);
      const base = own.git.mergeBase(`refs/heads/${baseRef}`, commit) ?? commit;
      const patches = new Map(own.git.diff(base, commit).map(({ path, patch }) => [path, patch]));
      checkReviewComments(comments, (path) => patches.get(path));
      const login = context.token?.login ?? '';
      const submittedAt = context.server.now();
      const state = { id: context.server.newId(), number, login, body: text, commit, submittedAt };
      own.reviewStates.push(state);
      for (const { path, body, line = 1, start_line: startLine = null } of comments) {
        const posted: ReviewCommentState = {
          ...fresh(context, number, body),
          ...{ reviewId: state.id, inReplyTo: null, originalCommit: commit, originalLine: line, path, line, startLine },
        };
        own.lineComments.push(posted);
      }
      return ok(review(state));
    },
  },
];
