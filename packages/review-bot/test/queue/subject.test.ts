import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/queue/job.js';
import { interrupts, replaces, subjectOf } from '../../src/queue/subject.js';
import { command, commitOf, leaveMergeGroup, mergeGroup, review } from './test-queue.js';

const repository = { installation: 1, owner: 'Example', repo: 'Shop' };
const button: Job = {
  kind: 'press-button',
  ...repository,
  checkRun: 5,
  head: commitOf('a'),
  button: 'full',
  sender: 'somebody',
};
const rerun: Job = { kind: 'rerun-commit', ...repository, head: commitOf('a') };
const reconcile: Job = { kind: 'reconcile', installation: null };

describe('subjectOf', () => {
  it.each<[Job, string]>([
    [review(7), 'example/shop#7'],
    [command(7, 1), 'example/shop#7'],
    [
      { kind: 'review-everything', ...repository, number: 7, head: commitOf('a'), again: 'full-1' },
      'example/shop#7:everything',
    ],
    [mergeGroup('c'), `example/shop@${commitOf('c')}`],
    [leaveMergeGroup('c'), `example/shop@${commitOf('c')}`],
    [button, `example/shop@${commitOf('a')}`],
    [rerun, `example/shop@${commitOf('a')}`],
    [reconcile, 'reconcile:all'],
    [{ kind: 'reconcile', installation: 3 }, 'reconcile:3'],
  ])('%j', (job, subject) => {
    expect(subjectOf(job)).toBe(subject);
  });
});

describe('a newer job of the same subject', () => {
  it.each<[string, Job, Job, boolean, boolean]>([
    ['a push and the review of an older head', review(1, 'b'), review(1, 'a'), false, true],
    ['the same head, once more', review(1, 'a'), review(1, 'a'), true, false],
    ['the same head, again', review(1, 'a', { again: 'run-1' }), review(1, 'a'), false, false],
    ['a push and a command', review(1, 'b'), command(1, 1), false, false],
    ['a command and a review', command(1, 1), review(1), false, false],
    ['two commands', command(1, 2), command(1, 1), false, false],
    ['two buttons', button, button, false, false],
    ['two reruns', rerun, rerun, false, false],
    ['a merge group that is left', leaveMergeGroup(), mergeGroup(), true, true],
    ['a merge group that is asked for once more', mergeGroup(), mergeGroup(), true, false],
    ['a merge group again', mergeGroup('a', 'run-1'), mergeGroup(), false, false],
    ['a merge group after it was left', mergeGroup(), leaveMergeGroup(), false, false],
    ['two turns of the clock', reconcile, reconcile, true, false],
  ])('%s', (_name, newer, older, isReplaced, isInterrupted) => {
    expect([replaces(newer, older), interrupts(newer, older)]).toEqual([isReplaced, isInterrupted]);
  });
});
