import { describe, expect, it } from 'vitest';
import { limitOf } from '../../src/github/github-limit.js';

const NOW = Date.UTC(2026, 0, 1);
const error = (status: number, message: string, headers: Record<string, string> = {}) =>
  Object.assign(new Error(message), { status, response: { headers } });
const inSeconds = (seconds: number): Date => new Date(NOW + seconds * 1_000);

describe('limitOf', () => {
  it.each([
    [
      'a secondary limit with Retry-After',
      error(403, 'You have exceeded a secondary rate limit', { 'retry-after': '30' }),
      'secondary',
      30,
    ],
    ['a secondary limit without', error(403, 'You have exceeded a secondary rate limit'), 'secondary', 60],
    ['a 429 with Retry-After', error(429, 'slow down', { 'retry-after': '5' }), 'secondary', 5],
    ['a 429 without', error(429, 'slow down'), 'secondary', 60],
    [
      'a review that came too soon',
      error(422, 'Validation Failed: {"message":"was submitted too quickly"}'),
      'secondary',
      60,
    ],
    [
      'a used up hour',
      error(403, 'API rate limit exceeded', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1_000 + 900),
      }),
      'primary',
      900,
    ],
    [
      'a used up hour whose end has passed',
      error(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }),
      'primary',
      60,
    ],
  ] as const)('reads %s', (_, given, kind, seconds) => {
    expect(limitOf(given, NOW)).toMatchObject({ kind, until: inSeconds(seconds) });
  });

  it.each([
    [
      'a missing permission',
      error(403, 'Resource not accessible by integration', { 'x-ratelimit-remaining': '4999' }),
    ],
    ['not found', error(404, 'Not Found')],
    ['a line outside of the diff', error(422, 'Unprocessable Entity: "Line could not be resolved"')],
    ['a broken gateway', error(502, 'Bad Gateway', { 'retry-after': '3' })],
    ['another error', new Error('rate limit')],
  ])('%s is no limit', (_, given) => {
    expect(limitOf(given, NOW)).toBeNull();
  });
});
