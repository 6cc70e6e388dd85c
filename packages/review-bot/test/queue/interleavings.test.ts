import fc from 'fast-check';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openQueue, type BossQueue } from '../../src/queue/boss-queue.js';
import type { Database } from '../../src/queue/database.js';
import { subjectOf } from '../../src/queue/subject.js';
import type { Job } from '../../src/queue/job.js';
import { freshSchema, testDatabases } from './test-databases.js';
import { command, FAST, mortal, nameOf, never, review, shared } from './test-queue.js';

const log = pino({ level: 'silent' });
const timing = { ...FAST, lease: 500, beat: 30, poll: 10, attempts: 50 };

/** What may happen, in any order. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('push' as const), number: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('command' as const), number: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redeliver' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 40 }) }),
  },
);

describe.each(await testDatabases())('whatever happens on $name', ({ name, open, remove }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(async () => {
    await database.close();
    remove();
  });

  it("ends with every command and each pull request's last push done, and never two at a time", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
        const schema = freshSchema();
        const delay = monitorEventLoopDelay({ resolution: 5 });
        delay.enable();
        const running = new Map<string, Set<symbol>>();
        let overlapped = false;
        const done: string[] = [];
        const workers: { readonly queue: BossQueue; readonly kill: () => void }[] = [];

        const start = async () => {
          const { database: mine, kill } = mortal(shared(database));
          const life = { dead: false };
          const queue = await openQueue({ database: mine, schema, log, timing });
          await queue.work({
            run: async (job) => {
              const subject = subjectOf(job);
              const attempts = running.get(subject) ?? new Set();
              running.set(subject, attempts);
              overlapped ||= attempts.size > 0;
              const attempt = Symbol(nameOf(job));
              attempts.add(attempt);
              endings.push(() => attempts.delete(attempt));
              await new Promise((resolve) => setTimeout(resolve, 15));
              if (life.dead) return new Promise(() => undefined);
              attempts.delete(attempt);
              done.push(nameOf(job));
            },
            giveUp: never,
          });
          const endings: (() => void)[] = [];
          workers.push({
            queue,
            kill: () => {
              life.dead = true;
              kill();
              // A process that is gone works on nothing.
              for (const end of endings) end();
            },
          });
        };

        const expected = new Map<string, string>();
        const accepted: (readonly [string, Job])[] = [];
        const accept = async (job: Job) => {
          const delivery = `${accepted.length}`;
          accepted.push([delivery, job]);
          expected.set(job.kind === 'run-command' ? nameOf(job) : subjectOf(job), nameOf(job));
          await workers.at(-1)!.queue.accept(delivery, [job]);
        };

        await start();
        await start();
        try {
          for (const [index, one] of steps.entries()) {
            switch (one.do) {
              case 'push':
                await accept(review(one.number, (index % 16).toString(16)));
                break;
              case 'command':
                await accept(command(one.number, index + 1));
                break;
              case 'crash':
                workers.shift()!.kill();
                await start();
                break;
              case 'redeliver': {
                const old = accepted[Math.floor(accepted.length / 2)];
                if (old) await workers.at(-1)!.queue.accept(old[0], [old[1]]);
                break;
              }
              case 'wait':
                await new Promise((resolve) => setTimeout(resolve, one.ms));
                break;
            }
          }
          await vi.waitFor(
            async () => expect(await workers.at(-1)!.queue.stats()).toMatchObject({ waiting: 0, active: 0 }),
            { timeout: 20_000, interval: 20 },
          );
          // Whoever stands still for the length of a lease counts as gone, here too, when the machine is busy.
          if (delay.max / 1e6 < timing.lease / 2) expect(overlapped).toBe(false);
          for (const last of expected.values()) expect(done).toContain(last);
        } finally {
          delay.disable();
          for (const { queue } of workers) await queue.stop();
          await database.query(`DROP SCHEMA ${schema} CASCADE`);
        }
      }),
      { numRuns: name === 'PGlite' ? 12 : 25, endOnFailure: true },
    );
  });
});
