import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/queue/database.js';
import { sqlBudget } from '../../src/queue/sql-budget.js';
import { freshSchema, testDatabases } from './test-databases.js';
import { testQueue } from './test-queue.js';

describe.each(await testDatabases())('the budget on $name', ({ open, remove }) => {
  let database: Database;
  let schema: string;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(async () => {
    await database.close();
    remove();
  });
  beforeEach(async ({ onTestFinished }) => {
    schema = freshSchema();
    await testQueue(database, schema);
    onTestFinished(async () => {
      await database.query(`DROP SCHEMA ${schema} CASCADE`);
    });
  });

  /** As if so many requests had been granted so many seconds ago. */
  async function used(installation: number, requests: number, secondsAgo: number): Promise<void> {
    await database.query(
      `INSERT INTO ${schema}.content_request (installation, at)
       SELECT $1, now() - $3 * interval '1 second' FROM generate_series(1, $2::int)`,
      [installation, requests, secondsAgo],
    );
  }

  it.each<[string, 'check' | 'comment', readonly (readonly [number, number])[], number]>([
    ['a check at first', 'check', [], 0],
    ['the last check of a minute', 'check', [[79, 30]], 0],
    ['a check in a full minute', 'check', [[80, 30]], 30],
    ['a check once the minute is over', 'check', [[80, 61]], 0],
    ['the last comment of a minute', 'comment', [[63, 10]], 0],
    ['a comment in the part that is left for checks', 'comment', [[64, 10]], 50],
    ['a check there', 'check', [[64, 10]], 0],
    [
      'a check in a full hour',
      'check',
      [
        [440, 3000],
        [60, 1000],
      ],
      600,
    ],
    ['a comment in an hour that is full for it', 'comment', [[400, 3000]], 600],
    ['a check after an hour', 'check', [[500, 3601]], 0],
    [
      'an hour and a minute that are full, the longer of both',
      'check',
      [
        [420, 3500],
        [80, 10],
      ],
      100,
    ],
  ])('grants or puts off %s', async (_name, purpose, requests, waitSeconds) => {
    for (const [count, secondsAgo] of requests) await used(7, count, secondsAgo);
    await used(8, 500, 1);
    const { waitUntil } = await sqlBudget(database, schema).take(7, purpose);
    if (waitSeconds === 0) expect(waitUntil).toBeNull();
    else {
      const wait = (waitUntil!.getTime() - Date.now()) / 1000;
      expect(wait).toBeGreaterThan(waitSeconds - 3);
      expect(wait).toBeLessThanOrEqual(waitSeconds + 0.1);
    }
  });

  it('counts together what many ask for at the same time, and forgets what is old', async () => {
    await used(7, 30, 3601);
    await used(7, 40, 20);
    const granted = vi.fn();
    const budget = sqlBudget(database, schema, granted);
    const answers = await Promise.all(Array.from({ length: 60 }, () => budget.take(7, 'check')));
    expect(answers.filter(({ waitUntil }) => waitUntil === null)).toHaveLength(40);
    expect(granted).toHaveBeenCalledTimes(40);
    const [row] = await database.query(`SELECT count(*)::int AS rows FROM ${schema}.content_request`);
    expect(row).toEqual({ rows: 80 });
  });
});
