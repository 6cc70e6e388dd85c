import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../../src/review/atomic-write.js';
import {
  compareWithBaseline,
  formatBaseline,
  parseBaseline,
  readBaseline,
} from '../../src/review/baseline.js';
import { finding } from '../report/review-value.js';

const folder = mkdtempSync(join(tmpdir(), 'tracklint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const print = (digit: string): string => digit.repeat(32);

describe('baseline file', () => {
  it('is sorted and read back', () => {
    const entries = [
      finding({ file: 'b.ts', fingerprint: print('1') }),
      finding({ file: 'a.ts', fingerprint: print('3') }),
      finding({ file: 'a.ts', fingerprint: print('2') }),
    ];
    const text = formatBaseline(entries);
    expect(text.endsWith('}\n')).toBe(true);
    expect(parseBaseline(text, 'b.json').entries.map(({ fingerprint }) => fingerprint[0])).toEqual([
      '2',
      '3',
      '1',
    ]);
    expect(formatBaseline([...entries].reverse())).toBe(text);
  });

  it.each([
    ['no JSON', '{', /b\.json is not valid JSON; repair it/],
    ['another version', '{"version":2,"findings":[]}', /not of version 1/],
    ['a list', '[]', /not of version 1/],
    ['no findings', '{"version":1}', /not of version 1/],
    [
      'a bad fingerprint',
      '{"version":1,"findings":[{"fingerprint":"x","rule":"a","file":"b","message":"c"}]}',
      /findings\.0/,
    ],
    ['an entry that is null', '{"version":1,"findings":[null]}', /findings\.0/],
  ])('is refused with %s', (_, text, message) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(message);
  });

  it('may be absent, but not a folder', () => {
    expect(readBaseline(join(folder, 'none.json'))).toBeNull();
    expect(() => readBaseline(folder, 'folder')).toThrow(/The baseline folder cannot be read/);
  });
});

describe('compareWithBaseline', () => {
  it('accepts a finding for each entry, and names the entries without one', () => {
    const findings = [finding({ fingerprint: print('1') }), finding({ fingerprint: print('2') })];
    const baseline = parseBaseline(
      formatBaseline([findings[1]!, finding({ fingerprint: print('3') })]),
      'b.json',
    );
    const { fresh, accepted, stale } = compareWithBaseline(findings, baseline);
    expect(fresh.map(({ fingerprint }) => fingerprint[0])).toEqual(['1']);
    expect(accepted).toEqual([{ ...findings[1], status: 'baseline' }]);
    expect(stale.map(({ fingerprint }) => fingerprint[0])).toEqual(['3']);
  });

  it('accepts nothing without a baseline', () => {
    expect(compareWithBaseline([finding()], null)).toEqual({ fresh: [finding()], accepted: [], stale: [] });
  });
});

describe('writeFileAtomic', () => {
  it('writes, replaces and keeps the mode, and leaves nothing else behind', () => {
    const path = join(folder, 'out', '..', 'a.txt');
    writeFileAtomic(path, 'one');
    writeFileSync(join(folder, 'tool.sh'), 'x', { mode: 0o755 });
    writeFileAtomic(join(folder, 'tool.sh'), 'two');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one');
    expect(readFileSync(join(folder, 'tool.sh'), 'utf8')).toBe('two');
    if (process.platform !== 'win32') expect(statSync(join(folder, 'tool.sh')).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'tool.sh']);
  });

  it.skipIf(process.platform === 'win32')('keeps links', () => {
    writeFileSync(join(folder, 'target.txt'), 'one');
    symlinkSync('target.txt', join(folder, 'link.txt'));
    writeFileAtomic(join(folder, 'link.txt'), 'two');
    expect(readFileSync(join(folder, 'target.txt'), 'utf8')).toBe('two');
  });

  it('says why it cannot', () => {
    expect(() => writeFileAtomic(join(folder, 'no', 'a.txt'), '')).toThrow(/its folder does not exist/);
    expect(() => writeFileAtomic(folder, '')).toThrow(/it is a folder/);
  });
});
