export { GitError } from './git.js';
export type { GitErrorCode } from './git.js';
export { gitCommitSource, resolveCommit } from './git-commit.js';
export { gitIndexSource } from './git-index.js';
export { memorySource } from './memory.js';
export { once } from './once.js';
export { isCode } from './reviewable.js';
export { workingTreeSource } from './working-tree.js';
export type { FileEntry, FilePath, SkippedFile, Source } from './source.js';
