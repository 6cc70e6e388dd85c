import { afterEach, expect, it, vi } from 'vitest';
import { once } from '../../src/github/once.js';

afterEach(() => vi.useRealTimers());

it('asks once, or once in a while, and forgets what failed', async () => {
  vi.useFakeTimers();
  let asked = 0;
  const count = async (): Promise<number> => (asked += 1);
  const always = once(count);
  expect([await always(), await always()]).toEqual([1, 1]);

  const whileGood = once(count, 1_000);
  expect([await whileGood(), await whileGood()]).toEqual([2, 2]);
  vi.advanceTimersByTime(1_000);
  expect(await whileGood()).toBe(3);

  const failing = once(async () => {
    if ((asked += 1) === 4) throw new Error('not now');
    return asked;
  });
  await expect(failing()).rejects.toThrow('not now');
  expect(await failing()).toBe(5);
});
