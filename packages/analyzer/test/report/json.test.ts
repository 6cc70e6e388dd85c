import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/json.js';
import { HOSTILE, finding, fullReview, options, review } from './review-value.js';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/review.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv({ strict: true, strictRequired: false }).compile(schema);

interface Json {
  findings: Record<string, unknown>[];
  summary: Record<string, unknown>;
}
const parse = (text: string): Json => JSON.parse(text) as Json;

describe('JSON report', () => {
  it.each([
    ['findings of all severities', fullReview],
    ['no findings', review([])],
    ['hostile text', review(HOSTILE.map((text) => finding({ event: text, message: text, file: text })))],
    [
      'no branch',
      review([], { scope: { mode: 'branch', branch: null, base: 'a'.repeat(40), date: '2026-01-01' } }),
    ],
  ])('keeps to the schema with %s', (_, value) => {
    validate(parse(render(value, options)));
    expect(validate.errors).toBeNull();
  });

  it('has the fields of the contract in its order', () => {
    const [first] = parse(render(review(), options)).findings;
    expect(Object.keys(first ?? {}).slice(0, 14)).toEqual([
      'rule',
      'severity',
      'category',
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
      'message',
      'fix',
      'evidence',
      'event',
      'property',
      'call',
    ]);
    expect(first).toMatchObject({ status: 'new', via: ['trackEvent (src/analytics.ts:4)'] });
  });

  it('gives edits lines and columns', () => {
    const [first] = parse(render(review(), options)).findings;
    expect(first?.['edits']).toEqual([
      {
        title: 'Drop the property',
        isSafe: true,
        changes: [{ file: 'src/task.ts', line: 6, column: 5, endLine: 6, endColumn: 23, text: '' }],
      },
    ]);
  });

  it('leaves out edits that would print a personal value', () => {
    const at = { file: 'src/task.ts', start: 0, end: 1 };
    const edit = { title: 'x', isSafe: true, changes: [{ at, text: "'jane.doe@example.com'" }] };
    const text = render(review([finding({ edits: [edit], event: 'Mail jane.doe@example.com' })]), options);
    expect(text).not.toContain('jane.doe');
    expect(parse(text).findings[0]).toMatchObject({ edits: [], event: 'Mail •••' });
  });

  it('is the same twice', () => {
    expect(render(fullReview, options)).toBe(render(fullReview, options));
  });
});
