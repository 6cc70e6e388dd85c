import { describe, expect, it } from 'vitest';
import { externalIdOf } from '../../src/delivery/check-run.js';
import { jobsOf } from '../../src/events/jobs-of.js';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const about = {
  repository: { id: 5, name: 'shop', owner: { login: 'acme' } },
  installation: { id: 7 },
  sender: { login: 'ada', type: 'User' },
};
const where = { installation: 7, owner: 'acme', repo: 'shop' };
const pull = (action: string, more = {}) => ({
  ...about,
  action,
  number: 3,
  pull_request: { head: { sha: HEAD }, base: { sha: BASE } },
  ...more,
});
const review = { kind: 'review-pull-request', ...where, number: 3, head: HEAD, again: null };
const externalId = externalIdOf({ repositoryId: 5, number: 3, head: HEAD, again: null });
const run = { id: 11, head_sha: HEAD, external_id: externalId };
const comment = (body: string, user: object | null = { login: 'ada', type: 'User' }) => ({
  id: 21,
  body,
  user,
});
const group = { head_sha: HEAD, base_sha: BASE, head_ref: 'refs/heads/gh-readonly-queue/main/pr-3-x' };
const onPull = { number: 3, pull_request: {} };

describe('jobsOf', () => {
  it.each([
    ['pull_request', pull('opened'), [review]],
    ['pull_request', pull('synchronize'), [review]],
    ['pull_request', pull('reopened'), [review]],
    ['pull_request', pull('ready_for_review'), [review]],
    ['pull_request', pull('closed'), [review]],
    [
      'pull_request',
      pull('edited', { changes: { base: { ref: { from: 'x' } } } }),
      [{ ...review, again: `base-${'b'.repeat(12)}` }],
    ],
    [
      'merge_group',
      { ...about, action: 'checks_requested', merge_group: group },
      [{ kind: 'review-merge-group', ...where, head: HEAD, base: BASE, ref: group.head_ref, again: null }],
    ],
    [
      'merge_group',
      { ...about, action: 'destroyed', merge_group: group },
      [{ kind: 'leave-merge-group', ...where, head: HEAD }],
    ],
    [
      'check_run',
      { ...about, action: 'rerequested', check_run: run },
      [{ kind: 'press-button', ...where, checkRun: 11, head: HEAD, button: 'review', sender: 'ada' }],
    ],
    [
      'check_run',
      { ...about, action: 'requested_action', check_run: run, requested_action: { identifier: 'full' } },
      [{ kind: 'press-button', ...where, checkRun: 11, head: HEAD, button: 'full', sender: 'ada' }],
    ],
    [
      'check_suite',
      { ...about, action: 'rerequested', check_suite: { id: 1, head_sha: HEAD } },
      [{ kind: 'rerun-commit', ...where, head: HEAD }],
    ],
    [
      'issue_comment',
      { ...about, action: 'created', issue: onPull, comment: comment('/tracklint help') },
      [{ kind: 'run-command', ...where, number: 3, comment: 21, on: 'issue' }],
    ],
    [
      'pull_request_review_comment',
      { ...about, action: 'created', pull_request: { number: 3 }, comment: comment('/tracklint explain') },
      [{ kind: 'run-command', ...where, number: 3, comment: 21, on: 'review' }],
    ],
    ['installation', { ...about, action: 'created' }, [{ kind: 'reconcile', installation: 7 }]],
    ['installation_repositories', { ...about, action: 'added' }, [{ kind: 'reconcile', installation: 7 }]],
  ])('%s: %#', (name, payload, expected) => {
    expect(jobsOf(name, payload)).toEqual(expected);
  });

  it.each([
    ['pull_request', pull('labeled')],
    ['pull_request', pull('edited', { changes: { title: { from: 'x' } } })],
    ['check_run', { ...about, action: 'completed', check_run: run }],
    ['check_run', { ...about, action: 'rerequested', check_run: { ...run, external_id: 'of another app' } }],
    ['check_run', { ...about, action: 'rerequested', check_run: { ...run, external_id: null } }],
    ['check_suite', { ...about, action: 'requested', check_suite: { id: 1, head_sha: HEAD } }],
    ['issue_comment', { ...about, action: 'created', issue: onPull, comment: comment('nice') }],
    ['issue_comment', { ...about, action: 'edited', issue: onPull, comment: comment('/tracklint help') }],
    [
      'issue_comment',
      { ...about, action: 'created', issue: { number: 3 }, comment: comment('/tracklint help') },
    ],
    [
      'issue_comment',
      {
        ...about,
        action: 'created',
        issue: onPull,
        comment: comment('/tracklint help', { login: 'x[bot]', type: 'Bot' }),
      },
    ],
    [
      'issue_comment',
      { ...about, action: 'created', issue: onPull, comment: comment('/tracklint help', null) },
    ],
    ['installation', { ...about, action: 'deleted' }],
    ['ping', { zen: 'x' }],
    ['toString', {}],
    ['__proto__', {}],
  ])('no work from %s: %#', (name, payload) => {
    expect(jobsOf(name, payload)).toEqual([]);
  });
});
