import type { Job } from './job.js';

/** What a job works on. Of one subject never two jobs run at a time. */
export function subjectOf(job: Job): string {
  switch (job.kind) {
    case 'review-pull-request':
    case 'run-command':
      return `${repositoryOf(job)}#${job.number}`;
    case 'review-everything':
      return `${repositoryOf(job)}#${job.number}:everything`;
    case 'review-merge-group':
    case 'leave-merge-group':
    case 'press-button':
    case 'rerun-commit':
      return `${repositoryOf(job)}@${job.head}`;
    case 'reconcile':
      return `reconcile:${job.installation ?? 'all'}`;
  }
}

/**
 * True if an older job of the same subject has nothing left to do once this newer one runs. A review of another commit
 * is not such a job: it has become cheap, but it still closes the check of its commit.
 */
export function replaces(newer: Job, older: Job): boolean {
  switch (newer.kind) {
    case 'review-pull-request':
    case 'review-everything':
    case 'review-merge-group':
      return older.kind === newer.kind && older.head === newer.head && older.again === newer.again;
    case 'leave-merge-group':
      return older.kind === 'review-merge-group';
    case 'reconcile':
      return older.kind === 'reconcile';
    case 'run-command':
    case 'press-button':
    case 'rerun-commit':
      return false;
  }
}

/**
 * True if a running job is to be stopped because of a newer one: its commit is not the head any more. It is handed back
 * then, and finds that out by itself. One that asks for nothing more than what is being done waits, and then finds it done.
 */
export function interrupts(newer: Job, running: Job): boolean {
  if (newer.kind === 'review-pull-request' && running.kind === 'review-pull-request')
    return newer.head !== running.head;
  return newer.kind === 'leave-merge-group' && running.kind === 'review-merge-group';
}

/** GitHub's names of owners and repositories are the same in upper and lower case. */
function repositoryOf(job: { readonly owner: string; readonly repo: string }): string {
  return `${job.owner}/${job.repo}`.toLowerCase();
}
