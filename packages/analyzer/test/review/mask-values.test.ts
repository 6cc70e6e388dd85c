import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalValues, maskStrings } from '../../src/review/mask-values.js';

describe('maskPersonalValues', () => {
  it.each([
    ["email: 'jane.doe@example.com',", "email: '•••',"],
    ['from a@example.com to b@example.org', 'from ••• to •••'],
    ['card 4111 1111 1111 1111 (test)', 'card ••• (test)'],
    ['call +1 202 555 0143', 'call •••'],
    ["`/?email=${form.email ?? 'jane@example.com'}`", "`/?email=${form.email ?? '•••'}`"],
    ['`/?email=jane@example.com${rest}`', '`/?email=•••${rest}`'],
  ])('masks %j', (text, expected) => {
    expect(maskPersonalValues(text)).toBe(expected);
  });

  it.each([
    'user.email',
    '`https://example.com/?email=${user.email}&token=${session.token}`',
    '`/?email=${encodeURIComponent(user.email)}`',
    '`${user.email}@${host}`',
    'Task Created',
    'src/analytics.ts:4',
    '@tracklint/analyzer',
    'version 1.2.3',
    '2026-11-21',
    '123e4567-e89b-12d3-a456-426614174000',
    '',
  ])('keeps %j', (text) => {
    expect(maskPersonalValues(text)).toBe(text);
  });

  it('never shows what it has not looked at', () => {
    expect(maskPersonalValues(`${'x '.repeat(20_000)}jane@example.com`)).not.toContain('jane');
  });

  it('leaves an address nowhere', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = maskPersonalValues(`${before} jane.doe@example.com ${after}`);
        expect(text).not.toContain('jane.doe@example.com');
      }),
    );
  });
});

describe('maskStrings', () => {
  it.each([
    ["secret: 'abc'", "secret: '•••'"],
    ['f("a", `b`)', 'f("•••", `•••`)'],
    ['`abc${key}def`', '`•••${key}•••`'],
    ["`${f('abc')}`", "`${f('•••')}`"],
    ['`abc${{ a: `b${c}` }}`', '`•••${{ a: `•••${c}` }}`'],
    ['`abc', '`•••'],
    [String.raw`'a\'b'`, "'•••'"],
    ["''", "''"],
    ['process.env.SECRET', 'process.env.SECRET'],
  ])('masks %j', (code, expected) => {
    expect(maskStrings(code)).toBe(expected);
  });
});
