import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** Another process has the data directory open. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

export interface DirectoryLock {
  release(): Promise<void>;
}

const holder = z.object({
  token: z.string(),
  pid: z.number().int(),
  host: z.string(),
  /** When the process started, in the kernel's words; null where the kernel does not tell. */
  started: z.string().nullable(),
});
type Holder = z.infer<typeof holder>;

const TOUCH_MS = 2_000;
/** A lock of another machine (or container) that was not touched for so long belongs to a process that is gone. */
const STALE_MS = 10_000;
const SETTLE_MS = 50;

/**
 * Takes the lock file of a data directory. A lock is taken over if its process is gone: on the same machine that is
 * asked of the kernel, with the time of its start, because a restarted container hands out the same process ids again.
 * On another machine (a volume that moved) it shows in the lock not being touched any more, which takes up to 10 s.
 * @throws DirectoryInUse if its process is alive
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = join(directory, 'tracklint.lock');
  const own: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
  };

  while (!(await create(path, own))) {
    const found = await read(path);
    if (found && (await isAlive(path, found))) throw inUse(directory, found);
    // Looked at again, because another process may have taken it over in the meantime.
    if ((await read(path))?.token === found?.token) await rm(path, { force: true });
  }
  await sleep(SETTLE_MS);
  const winner = await read(path);
  if (winner?.token !== own.token) throw inUse(directory, winner);

  const touch = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), TOUCH_MS);
  touch.unref();
  return {
    release: async () => {
      clearInterval(touch);
      if ((await read(path))?.token === own.token) await rm(path, { force: true });
    },
  };
}

async function create(path: string, own: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(JSON.stringify(own));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Null if there is no lock, or one whose process died while it wrote it. */
async function read(path: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return holder.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch {
      // It may be about to be written.
      await sleep(SETTLE_MS);
    }
  }
  return null;
}

async function isAlive(path: string, found: Holder): Promise<boolean> {
  if (found.host === hostname()) return isRunning(found.pid) && startOf(found.pid) === found.started;
  const touched = await touchedAt(path);
  if (touched === null) return false;
  const remaining = touched + STALE_MS - Date.now();
  if (remaining > 0) await sleep(Math.min(remaining, STALE_MS));
  return (await touchedAt(path)) !== touched;
}

async function touchedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, in ticks since which boot; null where there is no `/proc`. */
function startOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in parentheses and may hold spaces; the start is the 20th word after it.
    const start = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .at(19);
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${start}`;
  } catch {
    return null;
  }
}

function inUse(directory: string, by: Holder | null): DirectoryInUse {
  const who = by ? `process ${by.pid} on ${by.host}` : 'another process';
  return new DirectoryInUse(
    `The data directory ${directory} is in use by ${who}: stop it, set DATA_DIRECTORY to another one, or set DATABASE_URL to a PostgreSQL server, which any number of workers can share.`,
  );
}
