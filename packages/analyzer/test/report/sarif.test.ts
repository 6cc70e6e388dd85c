import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/sarif.js';
import { HOSTILE, finding, fullReview, options, review } from './review-value.js';

const packageFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json');
const schema = JSON.parse(
  readFileSync(join(dirname(packageFile), 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as { $schema?: string; id?: string };
delete schema.$schema;
delete schema.id;
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

const parse = (text: string): Log => JSON.parse(text) as Log;

describe('SARIF report', () => {
  it.each([
    ['findings of all severities', fullReview],
    ['no findings', review([])],
    ['hostile text', review(HOSTILE.map((text) => finding({ event: text, message: text, file: text })))],
  ])('is valid with %s', (_, value) => {
    validate(parse(render(value, options)));
    expect(validate.errors).toBeNull();
  });

  it('tells what was suppressed and accepted', () => {
    const results = parse(render(fullReview, options)).runs[0]?.results ?? [];
    expect(results.map(({ suppressions }) => suppressions?.map(({ kind }) => kind))).toEqual([
      [],
      [],
      [],
      [],
      ['external'],
      ['inSource'],
    ]);
  });

  it('has rules, fingerprints, fixes, the way to the SDK and the cause', () => {
    const run = parse(render(fullReview, options)).runs[0];
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(['no-pii', 'unix-ms-time']);
    const [first, second, , last] = run?.results ?? [];
    expect(first).toMatchObject({
      ruleId: 'no-pii',
      ruleIndex: 0,
      level: 'error',
      partialFingerprints: { 'tracklint/v1': '0123456789abcdef0123456789abcdef' },
    });
    expect(first?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.deletedRegion).toEqual({
      startLine: 6,
      startColumn: 5,
      endLine: 6,
      endColumn: 23,
    });
    const flow = first?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(flow.map(({ location }) => location?.physicalLocation?.artifactLocation?.uri)).toEqual([
      'src/task.ts',
      'src/task.ts',
      'src/analytics.ts',
    ]);
    expect(second?.ruleIndex).toBeUndefined();
    expect(last?.relatedLocations?.[0]?.physicalLocation?.region?.startLine).toBe(2);
  });

  it('writes paths as URIs', () => {
    const log = parse(render(review([finding({ file: 'my app/a#b?c%é.ts' })]), options));
    const location = log.runs[0]?.results?.[0]?.locations?.[0];
    expect(location?.physicalLocation?.artifactLocation?.uri).toBe('my%20app/a%23b%3Fc%25%C3%A9.ts');
  });
});
