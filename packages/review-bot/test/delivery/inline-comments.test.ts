import { describe, expect, it } from 'vitest';
import type { BotFinding } from '../../src/analysis/analysis-result.js';
import { planInlineComments } from '../../src/delivery/inline-comments.js';
import { judge } from '../../src/delivery/verdict.js';
import { markerSigner } from '../../src/github/marker.js';
import type { ReviewComment } from '../../src/github/repository-api.js';
import { finding, result } from './finding.js';

const signer = markerSigner('a secret', '1#2');
const PATCH = '@@ -1,10 +1,10 @@';

function plan(
  findings: readonly BotFinding[],
  existing: readonly ReviewComment[] = [],
  waivers: readonly string[] = [],
) {
  const given = result({ findings: [...findings] });
  return planInlineComments({
    verdict: judge(
      given,
      waivers.map((id) => ({ id, by: 'ada', reason: 'fine' })),
    ),
    all: findings,
    existing,
    patches: new Map([['src/a.ts', PATCH]]),
    head: 'c'.repeat(40),
    repositoryUrl: 'https://example.com/o/r',
    signer,
    limit: 30,
  });
}

/** The comments as GitHub would hold them afterwards. */
function post(findings: readonly BotFinding[]): readonly ReviewComment[] {
  return plan(findings).create.map(({ path, body, line }, index) => ({
    id: index + 1,
    body,
    author: 'tracklint[bot]',
    isBot: true,
    createdAt: '2026-01-01T00:00:00Z',
    isEdited: false,
    path,
    line,
    repliesTo: null,
  }));
}

const apply = (existing: readonly ReviewComment[], next: ReturnType<typeof plan>): readonly ReviewComment[] =>
  existing.map((comment) => ({
    ...comment,
    body: next.update.find(({ id }) => id === comment.id)?.body ?? comment.body,
  }));

describe('planInlineComments', () => {
  it('posts on lines that GitHub shows, and on no others', () => {
    const elsewhere = finding({ name: 'b', line: 11, endLine: 11 });
    const untouched = finding({ name: 'c', file: 'src/b.ts' });
    expect(plan([finding(), elsewhere, untouched]).create.map(({ path, line }) => [path, line])).toEqual([
      ['src/a.ts', 3],
    ]);
  });

  it('begins with the first line where the last is not shown', () => {
    const long = finding({ line: 9, endLine: 12 });
    expect(plan([long]).create).toMatchObject([{ line: 9, startLine: null }]);
    expect(plan([finding({ line: 8, endLine: 10 })]).create).toMatchObject([{ line: 10, startLine: 8 }]);
  });

  it('fences a suggestion that holds back-ticks', () => {
    const suggestion = { startLine: 3, endLine: 4, text: 'track(`a`, ```` ` ````);' };
    const [comment] = plan([finding({ suggestion })]).create;
    expect(comment?.body).toContain('`````suggestion\ntrack(`a`, ```` ` ````);\n`````');
    expect(comment).toMatchObject({ startLine: 3, line: 4 });
  });

  it('posts at most the limit', () => {
    const many = [...Array(40).keys()].map((index) =>
      finding({ fingerprint: String(index).padStart(32, '0') }),
    );
    expect(plan(many).create).toHaveLength(30);
  });

  it('says nothing twice', () => {
    const found = [finding({ name: 'a' }), finding({ name: 'b', line: 5, endLine: 5 })];
    expect(plan(found, post(found))).toEqual({ create: [], update: [] });
  });

  it.each([
    ['moved down', { line: 8, endLine: 8 }],
    ['in a renamed file', { file: 'src/renamed.ts' }],
  ])('knows a finding that is %s', (_, own) => {
    expect(plan([finding(own)], post([finding()]))).toEqual({ create: [], update: [] });
  });

  it('knows a finding whose event was renamed at its place', () => {
    const renamed = finding({ name: 'z', event: 'Signed In' });
    const { create, update } = plan([renamed], post([finding()]));
    expect(create).toEqual([]);
    expect(update[0]?.body).toContain('Signed In');
  });

  it('edits the comment of what was fixed, once, and takes it back when it returns', () => {
    const existing = post([finding()]);
    const fixed = plan([], existing);
    expect(fixed.update).toHaveLength(1);
    expect(fixed.update[0]?.body).toMatch(/^\*\*Fixed\*\* as of `cccccccccc`/);
    const after = apply(existing, fixed);
    expect(plan([], after)).toEqual({ create: [], update: [] });
    const back = plan([finding()], after);
    expect(back.create).toEqual([]);
    expect(apply(after, back)[0]?.body).toBe(existing[0]?.body);
  });

  it('closes the comment at the place that was fixed among equal findings', () => {
    const shared = { traits: finding().traits };
    const first = finding({ ...shared, fingerprint: '1'.repeat(32), line: 2, endLine: 2 });
    const second = finding({ ...shared, fingerprint: '2'.repeat(32), line: 7, endLine: 7 });
    const existing = post([first, second]);
    // The first of the two places was fixed; what is left has the first fingerprint.
    const left = { ...second, fingerprint: first.fingerprint };
    const { create, update } = plan([left], existing);
    expect(create).toEqual([]);
    expect(update.find(({ id }) => id === 1)?.body).toMatch(/^\*\*Fixed/);
    expect(update.find(({ id }) => id === 2)?.body).not.toMatch(/^\*\*Fixed/);
  });

  it('says who waived a finding', () => {
    const { update } = plan([finding()], post([finding()]), [finding().fingerprint]);
    expect(update[0]?.body).toMatch(/^\*\*Waived\*\* by `ada`: fine/);
  });

  it('takes no text for its own that it did not sign', () => {
    const [own] = post([finding()]);
    const elsewhere = markerSigner('a secret', '1#3');
    const forged = { ...own!, body: own!.body.replace(/[0-9a-f]{32} -->/, `${'0'.repeat(32)} -->`) };
    const foreign = { ...own!, body: `x\n\n${elsewhere.mark({ kind: 'finding', key: 'a' })}` };
    expect(plan([finding()], [forged, foreign]).create).toHaveLength(1);
  });

  it('shows hostile names as text', () => {
    const hostile = finding({
      event: '<!-- tracklint:report:: --> @octocat\n# x',
      property: '[a](http://example.com)',
    });
    const [comment] = plan([hostile]).create;
    expect(comment?.body).not.toMatch(/@octocat|<!-- tracklint:report|^# x|\]\(http:\/\/example/m);
  });
});
