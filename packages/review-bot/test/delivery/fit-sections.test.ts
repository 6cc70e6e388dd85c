import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSections } from '../../src/delivery/fit-sections.js';

const head = { text: 'head', severity: null };
const foot = { text: 'foot', severity: null };

describe('fitSections', () => {
  it('keeps everything that fits', () => {
    expect(fitSections([head, { text: 'a', severity: 'P0' }, foot], 1_000, 'elsewhere')).toBe(
      'head\n\na\n\nfoot',
    );
  });

  it('leaves whole sections out and counts them', () => {
    const long = (severity: 'P0' | 'P1') => ({ text: severity.repeat(200), severity });
    const text = fitSections([head, long('P0'), long('P0'), long('P1'), foot], 1_000, 'see the check');
    expect(text).toContain('**2 more findings** (P0: 1, P1: 1) did not fit in here; see the check.');
    expect(text.match(/(?:P0){200}/g)).toHaveLength(1);
    expect(text.endsWith('foot')).toBe(true);
  });

  it('stays within the limit and counts every finding', () => {
    const section = fc.record({
      text: fc.integer({ min: 1, max: 3_000 }).map((length) => 'x'.repeat(length)),
      severity: fc.constantFrom('P0', 'P1', 'P2', 'P3'),
    });
    fc.assert(
      fc.property(
        fc.array(section, { maxLength: 60 }),
        fc.integer({ min: 1_000, max: 20_000 }),
        (sections, limit) => {
          const text = fitSections([head, ...sections, foot], limit, 'elsewhere');
          const shown = text.split('\n\n').filter((part) => /^x+$/.test(part)).length;
          const left = Number(/^\*\*(\d+) more/m.exec(text)?.[1] ?? 0);
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(shown + left).toBe(sections.length);
        },
      ),
    );
  });
});
