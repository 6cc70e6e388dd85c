import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DirectoryInUse, lockDirectory } from '../../src/queue/directory-lock.js';

const GONE = 2 ** 22 - 1;

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'tracklint-lock-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const holder = { token: 'other', pid: GONE, host: hostname(), started: null };

describe('the lock of a data directory', () => {
  it.each<[string, string]>([
    ['of a process that is gone', JSON.stringify(holder)],
    [
      'whose process id was given to another process',
      JSON.stringify({ ...holder, pid: process.pid, started: 'a boot ago' }),
    ],
    ['that was never written to its end', '{"token":'],
    ['that is empty', ''],
  ])('%s is taken over', async (_name, content) => {
    const path = directory();
    writeFileSync(join(path, 'tracklint.lock'), content);
    const lock = await lockDirectory(path);
    expect(JSON.parse(readFileSync(join(path, 'tracklint.lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
    await lock.release();
  });

  it('of another machine is taken over once nobody touches it any more', async () => {
    const path = directory();
    const file = join(path, 'tracklint.lock');
    writeFileSync(file, JSON.stringify({ ...holder, host: 'another.example', pid: 1 }));
    const nineSecondsAgo = new Date(Date.now() - 9_000);
    utimesSync(file, nineSecondsAgo, nineSecondsAgo);
    const lock = await lockDirectory(path);
    await lock.release();
  });

  it('of another machine holds while it is touched', async () => {
    const path = directory();
    const file = join(path, 'tracklint.lock');
    writeFileSync(file, JSON.stringify({ ...holder, host: 'another.example', pid: 1 }));
    const nineSecondsAgo = new Date(Date.now() - 9_000);
    utimesSync(file, nineSecondsAgo, nineSecondsAgo);
    setTimeout(() => utimesSync(file, new Date(), new Date()), 300);
    await expect(lockDirectory(path)).rejects.toThrow('in use by process 1 on another.example');
  });

  it('goes to one of several that want it at the same time', async () => {
    const path = directory();
    writeFileSync(join(path, 'tracklint.lock'), JSON.stringify(holder));
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => lockDirectory(path)));
    const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(locks).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DirectoryInUse);
    }
    await locks[0]!.release();
    await (await lockDirectory(path)).release();
  });
});
