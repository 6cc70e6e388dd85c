import { describe, expect, it } from 'vitest';
import { readStanding } from '../../src/commands/standing.js';
import type { Comment, Permission, ReviewComment } from '../../src/github/repository-api.js';

const PERMISSIONS: Readonly<Record<string, Permission>> = { ada: 'admin', wim: 'write', rae: 'read' };

let id = 0;
const said = (author: string, body: string, own: Partial<Comment> = {}): Comment => {
  id += 1;
  const at = `2026-01-01T00:00:${String(id % 60).padStart(2, '0')}Z`;
  return { id, author, body, isBot: false, createdAt: at, isEdited: false, ...own };
};

const standing = (comments: readonly Comment[], reviewComments: readonly ReviewComment[] = []) =>
  readStanding(
    { comments, reviewComments, findingOf: ({ body }) => (body.startsWith('ours') ? 'f'.repeat(32) : null) },
    async (login) => PERMISSIONS[login] ?? 'none',
  );

describe('readStanding', () => {
  it('takes waivers from people with write access', async () => {
    const { waivers } = await standing([
      said('ada', '/tracklint waive 0123abcd fine'),
      said('wim', '/tracklint waive 1123abcd fine too'),
    ]);
    expect(waivers).toEqual([
      { id: '0123abcd', by: 'ada', reason: 'fine' },
      { id: '1123abcd', by: 'wim', reason: 'fine too' },
    ]);
  });

  it.each([
    ['read access', said('rae', '/tracklint waive 0123abcd fine')],
    ['no access', said('eve', '/tracklint waive 0123abcd fine')],
    ['a bot', said('ada', '/tracklint waive 0123abcd fine', { isBot: true })],
    ['a deleted account', said('ada', '/tracklint waive 0123abcd fine', { author: null })],
    ['an edited comment', said('ada', '/tracklint waive 0123abcd fine', { isEdited: true })],
    ['no reason', said('ada', '/tracklint waive 0123abcd')],
    ['no id outside of a thread of ours', said('ada', '/tracklint waive it is fine')],
    ['a quotation', said('ada', '> /tracklint waive 0123abcd fine')],
  ])('takes none from %s', async (_, comment) => {
    expect((await standing([comment])).waivers).toEqual([]);
  });

  it('takes the finding from the comment that is answered', async () => {
    const ours: ReviewComment = {
      ...said('tracklint[bot]', 'ours', { isBot: true }),
      path: 'a.ts',
      line: 1,
      repliesTo: null,
    };
    const answer: ReviewComment = {
      ...said('wim', '/tracklint waive test data'),
      path: 'a.ts',
      line: 1,
      repliesTo: ours.id,
    };
    expect((await standing([], [ours, answer])).waivers).toEqual([
      { id: 'f'.repeat(32), by: 'wim', reason: 'test data' },
    ]);
  });

  it('lets the last of pause and resume count', async () => {
    expect((await standing([said('ada', '/tracklint pause')])).pausedBy).toBe('ada');
    expect(
      (await standing([said('ada', '/tracklint pause'), said('wim', '/tracklint resume')])).pausedBy,
    ).toBeNull();
    expect(
      (await standing([said('ada', '/tracklint pause'), said('rae', '/tracklint resume')])).pausedBy,
    ).toBe('ada');
  });
});
