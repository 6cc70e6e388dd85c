export type CodeErrorCode =
  | 'archive-too-large'
  | 'archive-broken'
  | 'tree-too-large'
  | 'too-many-blobs'
  | 'unexpected-answer'
  | 'blob-mismatch';

/** The code of a commit cannot be had in full, so it is not judged at all. `message` is one sentence for a person. */
export class CodeError extends Error {
  override readonly name = 'CodeError';
  constructor(
    readonly code: CodeErrorCode,
    message: string,
  ) {
    super(message);
  }
}
