import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, DIRTY, brief, reviewJson, temporaryRepository } from './temporary-repository.js';

const FILE = 'tracklint-baseline.json';
const entries = (text: string): readonly { readonly rule: string }[] =>
  (JSON.parse(text) as { findings: { rule: string }[] }).findings;

describe('baseline', () => {
  it('accepts what is there, also after the file was moved, and nothing else', () => {
    const repository = temporaryRepository(DIRTY);
    expect(repository.run(['baseline', 'create', '--baseline', FILE])).toMatchObject({ code: 0, err: '' });
    expect(entries(repository.read(FILE)).map(({ rule }) => rule)).toEqual(['no-pii']);

    const same = reviewJson(repository, ['all', '--baseline', FILE]);
    expect(same).toMatchObject({ summary: { P0: 0 }, findings: [] });
    expect(brief(same.accepted)).toEqual(['no-pii email src/task.ts']);

    renameSync(join(repository.directory, 'src/task.ts'), join(repository.directory, 'src/moved.ts'));
    expect(reviewJson(repository, ['all', '--baseline', FILE]).findings).toEqual([]);

    repository.write({
      'src/second.ts': "import { trackEvent } from './analytics';\ntrackEvent('A', { phone: user.phone });\n",
    });
    expect(brief(reviewJson(repository, ['all', '--baseline', FILE]).findings)).toEqual([
      'no-pii phone src/second.ts',
    ]);
    expect(repository.run(['review', 'all', '--baseline', FILE]).code).toBe(1);
  });

  it('reports stale entries and prunes them', () => {
    const repository = temporaryRepository(DIRTY);
    repository.run(['baseline', 'create', '--baseline', FILE]);
    repository.write(CLEAN);
    const notices = reviewJson(repository, ['all', '--baseline', FILE]).notices;
    expect(notices.filter(({ kind }) => kind === 'stale-baseline')).toMatchObject([{ file: 'src/task.ts' }]);
    expect(repository.run(['baseline', 'prune', '--baseline', FILE]).out).toBe(
      `Took 1 of 1 entries out of ${FILE}.\n`,
    );
    expect(entries(repository.read(FILE))).toEqual([]);
    expect(repository.run(['baseline', 'prune', '--baseline', FILE]).out).toBe(
      `Took 0 of 0 entries out of ${FILE}.\n`,
    );
  });

  it('is not stale only because the scope leaves its finding out', () => {
    const repository = temporaryRepository(DIRTY);
    repository.run(['baseline', 'create', '--baseline', FILE]);
    const kinds = (args: string[]): string[] =>
      reviewJson(repository, [...args, '--baseline', FILE]).notices.map(({ kind }) => kind);
    expect(kinds(['all', 'src/analytics.ts'])).not.toContain('stale-baseline');
    expect(kinds(['branch', '--base', 'HEAD'])).not.toContain('stale-baseline');
  });

  it('may only shrink', () => {
    const repository = temporaryRepository(CLEAN);
    expect(repository.run(['baseline', 'create', '--baseline', FILE]).out).toBe(
      `Wrote ${FILE}: 0 findings are accepted for now.\n`,
    );
    expect(repository.run(['baseline', 'create', '--baseline', FILE]).code).toBe(0);
    repository.write(DIRTY);
    const refused = repository.run(['baseline', 'create', '--baseline', FILE]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toMatch(/may only shrink, but 1 finding is not in it/);
    expect(entries(repository.read(FILE))).toEqual([]);
  });

  it('is found where the configuration says', () => {
    const repository = temporaryRepository({
      ...DIRTY,
      'tracklint.config.json': '{ "baseline": "config/accepted.json" }',
      'config/.keep': '',
    });
    expect(repository.run(['baseline', 'create'], { folder: 'src' }).out).toMatch(
      /^Wrote config\/accepted\.json/,
    );
    expect(reviewJson(repository, ['all']).findings).toEqual([]);
  });
});

it.each(['../accepted.json', '/tmp/accepted.json'])('the configuration cannot put it at %s', (baseline) => {
  const repository = temporaryRepository({ ...DIRTY, 'tracklint.config.json': JSON.stringify({ baseline }) });
  const result = repository.run(['baseline', 'create']);
  expect(result).toMatchObject({ code: 2, out: '' });
  expect(result.err).toMatch(/^tracklint: The baseline \S+ lies outside of .*; correct "baseline"/);
});

describe('suppression comments', () => {
  const task = DIRTY['src/task.ts'] ?? '';
  const withComment = (comment: string) => task.replace('  trackEvent(', `${comment}\n  trackEvent(`);

  it('need a reason', () => {
    const reasoned = temporaryRepository({
      ...DIRTY,
      'src/task.ts': withComment('  // eslint-disable-next-line mixpanel/no-pii -- agreed'),
    });
    expect(reviewJson(reasoned, ['all'])).toMatchObject({
      findings: [],
      suppressed: [{ rule: 'no-pii', reason: 'agreed' }],
    });
    const bare = temporaryRepository({
      ...DIRTY,
      'src/task.ts': withComment('  // eslint-disable-next-line mixpanel/no-pii'),
    });
    const review = reviewJson(bare, ['all']);
    expect(brief(review.findings)).toEqual(['no-pii email src/task.ts']);
    expect(review.notices).toContainEqual(
      expect.objectContaining({ kind: 'suppression-without-reason', file: 'src/task.ts', line: 4 }),
    );
  });
});
