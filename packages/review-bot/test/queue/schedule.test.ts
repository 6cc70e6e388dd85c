import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../src/queue/job.js';
import { scheduleReconciliation } from '../../src/queue/schedule.js';

const log = pino({ level: 'silent' });

describe('scheduleReconciliation', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2030-01-01T00:01:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks at the start of each worker, and at each turn of five minutes with the same delivery', async () => {
    const asked: string[] = [];
    const accept = (delivery: string, jobs: readonly Job[]) => {
      expect(jobs).toEqual([{ kind: 'reconcile', installation: null }]);
      asked.push(delivery);
      return Promise.resolve();
    };
    const schedules = [scheduleReconciliation({ accept }, log), scheduleReconciliation({ accept }, log)];
    expect(new Set(asked).size).toBe(2);
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    const turns = asked.slice(2);
    expect(turns).toHaveLength(4);
    expect(new Set(turns).size).toBe(2);
    for (const schedule of schedules) schedule.stop();
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    expect(asked).toHaveLength(6);
  });

  it('goes on when the queue cannot be asked', async () => {
    const accept = vi.fn(() => Promise.reject(new Error('down')));
    const schedule = scheduleReconciliation({ accept }, log);
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    expect(accept).toHaveBeenCalledTimes(3);
    schedule.stop();
  });
});
