import { describe, expect, it } from 'vitest';
import { judge, shortIds } from '../../src/delivery/verdict.js';
import { finding, result } from './finding.js';

const p0 = finding({ name: 'one' });
const p1 = finding({ name: 'two', severity: 'P1' });
const suppressed = { ...finding({ name: 'three' }), reason: 'test data' };
const base = result().pullRequests;
const waive = (id: string) => ({ id, by: 'ada', reason: 'fine' });

describe('judge', () => {
  it.each([
    ['nothing', result(), [], 'success'],
    ['a P0', result({ findings: [p0] }), [], 'failure'],
    ['a P1', result({ findings: [p1] }), [], 'success'],
    ['a P1 that fails', result({ findings: [p1], pullRequests: { ...base, failOn: 'P1' } }), [], 'failure'],
    [
      'a P0 where nothing fails',
      result({ findings: [p0], pullRequests: { ...base, failOn: 'never' } }),
      [],
      'success',
    ],
    ['a waived P0', result({ findings: [p0] }), [waive(p0.fingerprint.slice(0, 8))], 'success'],
    ['a P0 beside a waived one', result({ findings: [p0, suppressed] }), [waive(p0.fingerprint)], 'failure'],
    ['a P0 that the change suppresses', result({ suppressed: [suppressed] }), [], 'failure'],
    [
      'the same where that is accepted',
      result({ suppressed: [suppressed], pullRequests: { ...base, suppressions: 'accept' } }),
      [],
      'success',
    ],
    ['the same, waived', result({ suppressed: [suppressed] }), [waive(suppressed.fingerprint)], 'success'],
  ] as const)('%s', (_, given, waivers, conclusion) => {
    expect(judge(given, waivers).conclusion).toBe(conclusion);
  });

  it('ignores a waiver that means several findings', () => {
    const other = { ...p0, fingerprint: `${p0.fingerprint.slice(0, 10)}${'0'.repeat(22)}` };
    const both = result({ findings: [p0, other] });
    expect(judge(both, [waive(p0.fingerprint.slice(0, 8))]).open).toHaveLength(2);
    expect(judge(both, [waive(shortIds([p0, other])(p0))]).open).toEqual([other]);
  });
});

describe('shortIds', () => {
  it('takes as many digits as tell findings apart', () => {
    const other = { ...p0, fingerprint: `${p0.fingerprint.slice(0, 10)}${'0'.repeat(22)}` };
    expect(shortIds([p0, p1])(p0)).toHaveLength(8);
    expect(shortIds([p0, other])(p0)).toHaveLength(11);
  });
});
