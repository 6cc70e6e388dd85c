/**
 * What GitHub's documentation says in prose, or what was seen on github.com, and its OpenAPI description does not hold.
 * Each rule is here once.
 */
import { ApiError } from './api-error.js';

/** https://docs.github.com/en/rest/checks/runs#update-a-check-run: at most 50 a request, and a later one adds to them. */
export const ANNOTATIONS_PER_REQUEST = 50;
/** https://docs.github.com/en/rest/checks/runs#create-a-check-run, `output.annotations[].title` and `message`. */
export const ANNOTATION_TITLE_CHARACTERS = 255;
export const ANNOTATION_MESSAGE_BYTES = 64 * 1024;
/** The same page, `output.summary` and `output.text`: "Only 65535 characters are allowed". */
export const OUTPUT_CHARACTERS = 65_535;
/** https://github.com/orgs/community/discussions/27190: 422 "body is too long (maximum is 65536 characters)". */
export const COMMENT_CHARACTERS = 65_536;
/** https://docs.github.com/en/rest/checks/runs#create-a-check-run, `actions`. */
const MOST_ACTIONS = 3;
const ACTION_LIMITS = { label: 20, description: 40, identifier: 20 } as const;
/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files: a response includes a maximum of 3000 files. */
export const PULL_FILES = 3_000;
/** https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits#diff-limits. */
export const PATCH_LINES = 20_000;
export const PATCH_BYTES = 500_000;
/** https://docs.github.com/en/rest/commits/commits#compare-two-commits: up to 300 files, on the first page. */
export const COMPARE_FILES = 300;
/** https://docs.github.com/en/rest/git/trees#get-a-tree: 100,000 entries with a maximum size of 7 MB. */
export const TREE_ENTRIES = 100_000;
/** https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar: links expire after five minutes. */
export const ARCHIVE_LINK_MS = 5 * 60_000;
/** https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks: an answer within 10 seconds. */
export const WEBHOOK_TIMEOUT_MS = 10_000;

const invalid = (message: string): ApiError => new ApiError(422, message);

export interface OutputInput {
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly annotations?: readonly AnnotationInput[];
}

export interface AnnotationInput {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
}

export function checkOutput({ summary = '', text = '', annotations = [] }: OutputInput): void {
  for (const value of [summary, text]) {
    if ([...value].length > OUTPUT_CHARACTERS)
      throw invalid(`Invalid request. Only ${OUTPUT_CHARACTERS} characters are allowed.`);
  }
  if (annotations.length > ANNOTATIONS_PER_REQUEST)
    throw invalid(`Invalid request. No more than ${ANNOTATIONS_PER_REQUEST} items are allowed.`);
  for (const { title = '', message, start_line, end_line, start_column, end_column } of annotations) {
    if ([...title].length > ANNOTATION_TITLE_CHARACTERS) throw invalid('title is too long.');
    if (Buffer.byteLength(message) > ANNOTATION_MESSAGE_BYTES) throw invalid('message is too long.');
    if (start_line > end_line) throw invalid('end_line comes before start_line.');
    const hasColumns = start_column !== undefined || end_column !== undefined;
    if (hasColumns && start_line !== end_line) throw invalid('Columns need start_line and end_line to be the same.');
  }
}

export function checkActions(actions: readonly Readonly<Record<string, string>>[]): void {
  if (actions.length > MOST_ACTIONS) throw invalid(`No more than ${MOST_ACTIONS} actions are allowed.`);
  for (const action of actions) {
    for (const [field, limit] of Object.entries(ACTION_LIMITS)) {
      if ((action[field] ?? '').length > limit) throw invalid(`${field} is longer than ${limit} characters.`);
    }
  }
}

export function checkBody(body: string): void {
  if (body.trim() === '') throw new ApiError(422, 'Validation Failed', ["body can't be blank"]);
  if ([...body].length > COMMENT_CHARACTERS)
    throw new ApiError(422, 'Validation Failed', [`body is too long (maximum is ${COMMENT_CHARACTERS} characters)`]);
}

export interface DraftComment {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: string;
  readonly start_line?: number;
}

/** Lines of the new file that a patch shows. */
export function shownLines(patch: string): readonly { readonly first: number; readonly last: number }[] {
  return [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count]) => ({
    first: Number(start),
    last: Number(start) + (count === undefined ? 1 : Number(count)) - 1,
  }));
}

/**
 * A review is taken whole or not at all, and the answer does not say which of its comments is at fault:
 * https://github.com/orgs/community/discussions/155849.
 */
export function checkReviewComments(
  comments: readonly DraftComment[],
  patchOf: (path: string) => string | null | undefined,
): void {
  for (const { path, body, line, start_line } of comments) {
    checkBody(body);
    const patch = patchOf(path);
    if (patch === undefined) throw new ApiError(422, 'Unprocessable Entity', ['Path could not be resolved']);
    const hunks = shownLines(patch ?? '');
    const hunk = hunks.find(({ first, last }) => line !== undefined && line >= first && line <= last);
    if (!hunk) throw new ApiError(422, 'Unprocessable Entity', ['Line could not be resolved']);
    if (start_line === undefined) continue;
    if (line !== undefined && start_line >= line)
      throw new ApiError(422, 'Unprocessable Entity', ['start_line must precede the end line.']);
    if (start_line < hunk.first)
      throw new ApiError(422, 'Unprocessable Entity', ['start_line must be part of the same hunk as the line.']);
  }
}
