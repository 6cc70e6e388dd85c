import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Lull } from '../../src/queue/lull.js';

/** Which comes first: the lull, or the next turn of the event loop. */
const first = (lull: Lull): Promise<'lull' | 'turn'> =>
  Promise.race([lull.begun().then(() => 'lull' as const), nextTurn().then(() => 'turn' as const)]);

it('is there as long as nothing was delivered', async () => {
  expect(await first(new Lull())).toBe('lull');
});

it('comes some time after the last delivery', async () => {
  const lull = new Lull();
  lull.delivered();
  expect(await first(lull)).toBe('turn');
  await lull.begun();
  expect(await first(lull)).toBe('lull');
});

it('is not waited for without end', async () => {
  const lull = new Lull();
  lull.delivered();
  const deliveries = setInterval(() => lull.delivered(), 2);
  await lull.begun();
  clearInterval(deliveries);
});
