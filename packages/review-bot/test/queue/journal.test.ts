import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Delivery } from '../../src/queue/delivery.js';
import { Journal } from '../../src/queue/journal.js';
import { JournaledDeliveries } from '../../src/queue/journaled-deliveries.js';
import { Lull } from '../../src/queue/lull.js';
import { review } from './test-queue.js';

const delivery = (number: number): Delivery => ({ id: `d-${number}`, jobs: [review(number)] });

let path: string;
beforeEach(() => {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-journal-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  path = join(directory, 'accepted.ndjson');
});

async function open(largestBytes?: number): Promise<Journal> {
  const journal = await Journal.open(path, largestBytes);
  onTestFinished(() => journal.close());
  return journal;
}

/** As the next process finds it. */
async function reopened(): Promise<{ readonly ids: readonly string[]; readonly unreadable: number }> {
  const { pending, unreadable } = await open();
  return { ids: pending.map(({ id }) => id), unreadable };
}

describe('the journal', () => {
  it('gives the next process what was appended and not removed, in order', async () => {
    const journal = await open();
    await journal.append([delivery(1), delivery(2)]);
    await journal.append([delivery(3)]);
    expect(await reopened()).toEqual({ ids: ['d-1', 'd-2', 'd-3'], unreadable: 0 });
    await journal.remove(3);
    expect(statSync(path).size).toBe(0);
    await journal.append([{ id: 'grüße ✓', jobs: [review(4)] }]);
    expect(await reopened()).toEqual({ ids: ['grüße ✓'], unreadable: 0 });
  });

  it('leaves out a line that was not written to its end, wherever it ends', async () => {
    const journal = await open();
    await journal.append([delivery(1)]);
    const first = readFileSync(path);
    await journal.append([{ id: 'zwölf', jobs: [review(2)] }]);
    const both = readFileSync(path);
    for (let end = first.length; end < both.length; end += 7) {
      writeFileSync(path, both.subarray(0, end));
      expect(await reopened()).toEqual({ ids: ['d-1'], unreadable: 0 });
      const next = await open();
      await next.append([delivery(3)]);
      expect((await reopened()).ids).toEqual(['d-1', 'd-3']);
    }
  });

  it.each([
    ['damaged', '12ab {"id":"d-2","jobs":[]}\n'],
    ['no line of ours', 'hello\n'],
    ['empty', '\n'],
    ['of a job that is not known', 'a525c0c6 {"id":"d-2","jobs":[{"kind":"sing"}]}\n'],
  ])('counts a line that is %s, and reads the others', async (_what, line) => {
    const journal = await open();
    await journal.append([delivery(1)]);
    appendFileSync(path, line);
    await (await open()).append([delivery(3)]);
    expect(await reopened()).toEqual({ ids: ['d-1', 'd-3'], unreadable: 1 });
  });

  it('does not grow for ever while it never gets empty', async () => {
    const journal = await open(2_000);
    const sizes: number[] = [];
    for (let number = 0; number < 100; number += 1) {
      await journal.append([delivery(number)]);
      if (number > 0) await journal.remove(1);
      sizes.push(statSync(path).size);
    }
    expect(Math.max(...sizes)).toBeLessThan(4_000);
    // What was removed may come back, and the database knows it again.
    expect((await reopened()).ids.at(-1)).toBe('d-99');
  });

  it('says it if something could not be written', async () => {
    const journal = await open();
    await journal.close();
    await expect(journal.append([delivery(1)])).rejects.toThrow();
    expect(journal.pending).toEqual([]);
  });
});

describe('journaled deliveries', () => {
  const dataError = Object.assign(new Error('cannot be stored'), { code: '22P05' });

  async function journaled(insert: (deliveries: readonly Delivery[]) => Promise<void>) {
    const journal = await open();
    return new JournaledDeliveries({
      lull: new Lull(),
      journal,
      insert,
      isAboutOneItem: (error) => error === dataError,
      onMoved: () => undefined,
      log: pino({ level: 'silent' }),
    });
  }

  it('are stored while the database does not answer, and get there when it does', async () => {
    const stored: string[] = [];
    let isThere = false;
    const deliveries = await journaled(async (group) => {
      if (!isThere) throw new Error('not now');
      stored.push(...group.map(({ id }) => id));
    });
    await deliveries.add(delivery(1));
    await deliveries.add(delivery(2));
    expect(deliveries.waiting).toBe(2);
    await sleep(50);
    expect((await reopened()).ids).toEqual(['d-1', 'd-2']);
    isThere = true;
    await vi.waitFor(() => expect(stored).toEqual(['d-1', 'd-2']), { timeout: 5_000 });
    await deliveries.drained();
    expect(deliveries.waiting).toBe(0);
    expect(statSync(path).size).toBe(0);
  });

  it('of which the database refuses one do not hold up the others', async () => {
    const stored: string[] = [];
    const deliveries = await journaled(async (group) => {
      if (group.some(({ id }) => id === 'd-2')) throw dataError;
      stored.push(...group.map(({ id }) => id));
    });
    await Promise.all([1, 2, 3].map((number) => deliveries.add(delivery(number))));
    await deliveries.drained();
    expect(stored).toEqual(['d-1', 'd-3']);
    expect((await reopened()).ids).toEqual([]);
  });

  it.each(['\0', '\ud800', 'a\udc00b'])('with %j are refused: PostgreSQL has no such text', async (owner) => {
    const deliveries = await journaled(async () => undefined);
    await expect(deliveries.add({ id: 'd-1', jobs: [review(1, 'a', { owner })] })).rejects.toThrow(/stored/);
    await deliveries.add({ id: 'd-2', jobs: [review(1, 'a', { owner: '😀' })] });
  });

  it('are the next process’s if this one stops before they were moved', async () => {
    const deliveries = await journaled(() => new Promise(() => undefined));
    await deliveries.add(delivery(1));
    await deliveries.close();
    expect((await reopened()).ids).toEqual(['d-1']);
  });
});
