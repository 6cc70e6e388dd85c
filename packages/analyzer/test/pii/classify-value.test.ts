import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyValue, findPersonalText } from '../../src/pii/classify-value.js';

const HITS: readonly (readonly [string, string])[] = [
  ['jane.doe@example.com', 'email'],
  ['Signed up as jane+news@mail.example.co.uk today', 'email'],
  ['+1 (555) 010-9999', 'phone'],
  ['+49 30 1234567', 'phone'],
  ['+14155550123', 'phone'],
  ['(415) 555-0123', 'phone'],
  ['415-555-0123', 'phone'],
  ['020 7946 0123', 'phone'],
  ['203.0.113.42', 'network-address'],
  ['from 198.51.100.7.', 'network-address'],
  ['2001:db8::8a2e:370:7334', 'network-address'],
  ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', 'network-address'],
  ['00:1A:2B:3C:4D:5E', 'device-id'],
  ['00-1a-2b-3c-4d-5e', 'device-id'],
  ['4242 4242 4242 4242', 'payment'],
  ['5555555555554444', 'payment'],
  ['378282246310005', 'payment'],
  ['Paid with 4242424242424242.', 'payment'],
  ['Paid with 4242-4242-4242-4242. Thanks', 'payment'],
  ['Call +14155550123.', 'phone'],
  ['Seen from 2001:db8::8a2e:370:7334.', 'network-address'],
  ['DE89 3704 0044 0532 0130 00', 'payment'],
  ['GB82WEST12345698765432', 'payment'],
  ['123-45-6789', 'government-id'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl', 'credentials'],
  ['AKIAABCDEFGHIJKLMNOP', 'credentials'],
  ['-----BEGIN RSA PRIVATE KEY-----', 'credentials'],
  ['postgres://app:hunter2@db.example.com/main', 'credentials'],
  ['52.5200, 13.4050', 'precise-location'],
  ['-33.86882,151.20930', 'precise-location'],
  ['https://example.com/?email=someone', 'email'],
  ['https://example.com/reset?access_token=abc123', 'credentials'],
];

const NEAR_MISSES: readonly string[] = [
  '',
  'Task Created',
  'user@',
  '@scope/package',
  'icon@2x.png',
  'git@github.com:owner/name.git',
  'package@1.2.3',
  '1.2.3.4',
  'v10.20.30.40',
  'Version 120.0.6099.71',
  'Chrome/120.0.6099.71',
  '127.0.0.1',
  '0.0.0.0',
  '999.1.1.1',
  '1.2.3',
  '12:30:45',
  '2026-01-20',
  '2026-01-20T12:30:45.000Z',
  'std::vector',
  'a::b',
  '::1',
  '4242 4242 4242 4241',
  '1234567890123456',
  '4242424242424242.5',
  '1700000000000',
  '1700000000',
  '000-12-3456',
  '666-12-3456',
  '900-12-3456',
  '123-45-67890',
  'DE00 3704 0044 0532 0130 00',
  '550e8400-e29b-41d4-a716-446655440000',
  '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'd41d8cd98f00b204e9800998ecf8427e',
  '4155550123',
  '12345',
  '100-200',
  '1.5, 2.5',
  '120.1234, 200.4321',
  'https://example.com/?page=2&sort=asc',
  'https://example.com/?email=',
  'ff:ff:ff:ff:ff:ff',
  'eyJ.not.token',
  'pk_live_abcdefghijklmnopqrstuvwx',
  'Bearer of good news for everyone',
  'file:///home/x/y',
];

describe('values by their form', () => {
  it.each(HITS)('%s is %s', (text, category) => {
    expect(classifyValue(text)?.category).toBe(category);
  });

  it.each(NEAR_MISSES)('%j is not personal', (text) => {
    expect(findPersonalText(text)).toEqual([]);
  });

  it('gives places inside the text, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...HITS.map(([text]) => text)), fc.string())),
        (parts) => {
          const text = parts.join(' | ');
          let last = 0;
          for (const { start, end } of findPersonalText(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
    );
  });

  it.each(['a@', '1-', 'eyJ', '1.', 'A:', '+1 ', 'sk-', 'a.', '?a=', '-----BEGIN ', '0-', 'x://a:'])(
    'does not hang on many %j',
    (piece) => {
      expect(() => findPersonalText(piece.repeat(20_000))).not.toThrow();
    },
  );
});
