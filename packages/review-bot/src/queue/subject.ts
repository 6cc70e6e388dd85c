import type { Job } from './job.js';

/** What a job works on. Of one subject never two jobs run at a time. */
export function subjectOf(job: Job): string {
  switch (job.kind) {
    case 'review-pull-request':
    case 'run-command':
      return `${repositoryOf(job)}#${job.number}`;
    case 'review-merge-group':
    case 'leave-merge-group':
    case 'press-button':
    case 'rerun-check':
      return `${repositoryOf(job)}@${job.head}`;
    case 'reconcile':
      return `reconcile:${job.installation ?? 'all'}`;
  }
}

/** True if an older job of the same subject has nothing left to do once this newer one runs. */
export function replaces(newer: Job, older: Job): boolean {
  switch (newer.kind) {
    case 'review-pull-request':
    case 'reconcile':
      return older.kind === newer.kind;
    case 'review-merge-group':
    case 'leave-merge-group':
      return older.kind === 'review-merge-group';
    case 'run-command':
    case 'press-button':
    case 'rerun-check':
      return false;
  }
}

/**
 * True if a running job is to be stopped because of a newer one that replaces it. One that asks for nothing more than
 * what is being done is left to wait, and then finds it done; stopping for it would let a repeated question starve the
 * answer.
 */
export function interrupts(newer: Job, running: Job): boolean {
  if (!replaces(newer, running)) return false;
  if (newer.kind === 'review-pull-request' && running.kind === 'review-pull-request') {
    return newer.head !== running.head || newer.again || newer.extent === 'everything';
  }
  return newer.kind === 'leave-merge-group' || (newer.kind === 'review-merge-group' && newer.again);
}

/** The newer job with what was asked for by the ones it replaces, so that a push does not lose `/tracklint full`. */
export function absorb(newer: Job, older: readonly Job[]): Job {
  return older.reduce((job, replaced) => {
    if (job.kind === 'review-pull-request' && replaced.kind === 'review-pull-request') {
      return {
        ...job,
        extent: replaced.extent === 'everything' ? 'everything' : job.extent,
        again: job.again || (replaced.again && replaced.head === job.head),
      };
    }
    if (job.kind === 'review-merge-group' && replaced.kind === 'review-merge-group') {
      return { ...job, again: job.again || replaced.again };
    }
    return job;
  }, newer);
}

/** GitHub's names of owners and repositories are the same in upper and lower case. */
function repositoryOf(job: { readonly owner: string; readonly repo: string }): string {
  return `${job.owner}/${job.repo}`.toLowerCase();
}
