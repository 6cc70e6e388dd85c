import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintsOf, identityKey } from '../../src/review/fingerprint.js';
import type { FindingIdentity } from '../../src/review/fingerprint.js';

const identity = (change: Partial<FindingIdentity> = {}): FindingIdentity => ({
  rule: 'no-pii',
  event: 'Task Created',
  property: 'email',
  functionName: 'createTask',
  code: 'email: user.email',
  ...change,
});

describe('identityKey', () => {
  it.each([
    ['white space', 'email: user.email', 'email:   user\n  .email'],
    ['quotes', 'track(\'A\', { a: "b" })', 'track("A", { a: \'b\' })'],
    ['quotes in quotes', `track("it's")`, `track('it\\'s')`],
    ['trailing comma', '{ a: 1, b: 2 }', '{\n  a: 1,\n  b: 2,\n}'],
    ['semicolon', 'track(a)', 'track(a);'],
    ['comment', 'a: 1', 'a: /* why */ 1 // because'],
    ['arrow parentheses', 'x => x.email', '(x) => x.email'],
    ['quoted key', "{ 'email': a }", '{ email: a }'],
  ])('is the same whatever the %s', (_, before, after) => {
    expect(identityKey(identity({ code: after }))).toBe(identityKey(identity({ code: before })));
  });

  it.each([
    ['rule', identity({ rule: 'valid-distinct-id' })],
    ['event', identity({ event: 'Task Deleted' })],
    ['no event', identity({ event: null })],
    ['property', identity({ property: 'phone' })],
    ['function', identity({ functionName: 'deleteTask' })],
    ['code', identity({ code: 'email: admin.email' })],
    ['white space in a string', identity({ code: "email: 'a  b'" })],
    ['a quoted value', identity({ code: "{ a: 'email' }" })],
    ['words that grow together', identity({ code: 'typeof x' })],
    ['words that are together', identity({ code: 'typeofx' })],
  ])('differs by %s', (_, other) => {
    const all = [identity({ code: "email: 'a b'" }), identity({ code: '{ a: email }' }), identity()];
    expect(all.map(identityKey)).not.toContain(identityKey(other));
  });

  it('tells apart what a separator in a name could mix up', () => {
    expect(identityKey(identity({ event: 'a","b', property: 'c' }))).not.toBe(
      identityKey(identity({ event: 'a', property: 'b","c' })),
    );
  });
});

describe('fingerprintsOf', () => {
  it('gives 32 hex digits', () => {
    expect(fingerprintsOf(['a'])[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintsOf(['a'])[0]).toBe(
      createHash('sha256').update('a\0').update('0').digest('hex').slice(0, 32),
    );
  });

  it('gives each finding its own, and drops exactly one when one of equal ones is fixed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), fc.nat(), (keys, at) => {
        const before = fingerprintsOf(keys);
        expect(new Set(before).size).toBe(keys.length);
        const after = fingerprintsOf(keys.filter((_, index) => index !== at % keys.length));
        expect(after).toHaveLength(keys.length - 1);
        expect(before.filter((fingerprint) => !after.includes(fingerprint))).toHaveLength(1);
      }),
    );
  });

  it('only permutes when files are moved', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (keys) => {
        expect([...fingerprintsOf([...keys].reverse())].sort()).toEqual([...fingerprintsOf(keys)].sort());
      }),
    );
  });
});
