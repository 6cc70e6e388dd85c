import { readdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ARCHIVE_LIMITS, readArchive } from '../../src/code/archive-files.js';
import type { ArchiveLimits } from '../../src/code/archive-files.js';
import { inPieces, tar, tarball } from './tar-writer.js';
import type { TarEntry } from './tar-writer.js';

/** Everything that is handed on from an archive, in a working directory where nothing may be written. */
async function filesOf(
  archive: Buffer,
  { limits = {}, piece }: { readonly limits?: Partial<ArchiveLimits>; readonly piece?: number } = {},
): Promise<Record<string, string>> {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-archive-'));
  const before = process.cwd();
  process.chdir(directory);
  const files = new Map<string, string>();
  try {
    await readArchive(
      inPieces(archive, piece),
      () => 1_000_000,
      async (path, bytes) => {
        await sleep(1);
        if (files.has(path)) throw new Error(`${path} comes twice.`);
        files.set(path, bytes.toString('latin1'));
      },
      { ...ARCHIVE_LIMITS, ...limits },
    );
    expect(readdirSync(directory)).toEqual([]);
  } finally {
    process.chdir(before);
    rmSync(directory, { recursive: true });
  }
  return Object.fromEntries(files);
}

const GOOD: TarEntry = { path: 'repo-1/src/a.ts', content: 'good' };
const IGNORED: Readonly<Record<string, readonly TarEntry[]>> = {
  'names that lead upwards': [
    { path: '../evil.ts', content: 'x' },
    { path: 'repo-1/../../evil.ts', content: 'x' },
    { path: 'repo-1/src/../evil.ts', content: 'x' },
    { path: 'repo-1/./evil.ts', content: 'x' },
    { path: 'repo-1/..', content: 'x' },
    { path: `repo-1/${'deep/'.repeat(100)}../evil.ts`, content: 'x' },
  ],
  'absolute names': [
    { path: '/tmp/evil.ts', content: 'x' },
    { path: '//tmp/evil.ts', content: 'x' },
    { path: 'C:\\evil.ts', content: 'x' },
    { path: 'repo-1\\..\\evil.ts', content: 'x' },
  ],
  'files beside the folder': [{ path: 'evil.ts', content: 'x' }],
  'names with empty parts': [{ path: 'repo-1//evil.ts', content: 'x' }],
  'symbolic links': [
    { path: 'repo-1/link.ts', type: '2', link: '/etc/passwd' },
    { path: 'repo-1/dir', type: '2', link: '..' },
  ],
  'hard links': [{ path: 'repo-1/hard.ts', type: '1', link: '/etc/passwd' }],
  devices: [
    { path: 'repo-1/char.ts', type: '3' },
    { path: 'repo-1/block.ts', type: '4' },
    { path: 'repo-1/pipe.ts', type: '6' },
  ],
  folders: [{ path: 'repo-1/evil.ts/', type: '5' }],
  'unknown types': [{ path: 'repo-1/strange.ts', type: 'Z', content: 'x' }],
  'a second file of the same name': [{ path: 'repo-1/src/a.ts', content: 'evil' }],
  'files that are larger than wanted': [{ path: 'repo-1/large.ts', content: 'x'.repeat(1_000_001) }],
};

describe('readArchive', () => {
  it.each(Object.entries(IGNORED))('passes over %s', async (_, entries) => {
    expect(await filesOf(tarball([GOOD, ...entries, { path: 'repo-1/z.ts', content: 'last' }]))).toEqual({
      'src/a.ts': 'good',
      'z.ts': 'last',
    });
  });

  it('reads names that are only unusual', async () => {
    const names = [
      '__proto__/constructor.ts',
      'a b"\'`$(x).ts',
      '...ts',
      '..a/b..ts',
      `${'long/'.repeat(60)}a.ts`,
    ];
    const entries = names.map((name) => ({ path: `repo-1/${name}`, content: name }));
    expect(Object.keys(await filesOf(tarball(entries))).sort()).toEqual([...names].sort());
  });

  it('reads an archive whatever the pieces are in which it comes', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      path: `repo-1/${index}.ts`,
      content: `${index}`,
    }));
    for (const piece of [1_000, 511, 7])
      expect(Object.keys(await filesOf(tarball(many), { piece }))).toHaveLength(300);
  });

  it.each([1, 20, 100, 600])('refuses an archive that ends %i bytes too early', async (missing) => {
    const content = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251));
    const whole = tarball([GOOD, { path: 'repo-1/b.ts', content }]);
    await expect(filesOf(whole.subarray(0, Math.max(5, whole.length - missing)))).rejects.toMatchObject({
      code: 'archive-broken',
    });
  });

  it('refuses what is no archive', async () => {
    for (const bytes of [Buffer.from('<html>'), Buffer.alloc(2_000, 0xff)])
      await expect(filesOf(bytes)).rejects.toMatchObject({ code: 'archive-broken' });
  });

  it('refuses an archive in an archive', async () => {
    await expect(filesOf(gzipSync(tarball([GOOD])))).rejects.toMatchObject({ code: 'archive-broken' });
  });

  it('does not wait for the rest of a file that the archive promises and has not', async () => {
    const broken = tar([GOOD, { path: 'repo-1/b.ts', content: 'short', size: 900_000 }]);
    expect(await filesOf(gzipSync(broken.subarray(0, -1_024)))).toMatchObject({ 'src/a.ts': 'good' });
    expect(await filesOf(gzipSync(tar([GOOD, { path: 'repo-1/b.ts', size: 8 ** 11 - 1 }])))).toEqual({
      'src/a.ts': 'good',
    });
  });

  it('stops at a bomb', async () => {
    const bomb = gzipSync(Buffer.concat([tar([GOOD]).subarray(0, 1_024), Buffer.alloc(120_000_000)]));
    const before = process.memoryUsage.rss();
    await expect(filesOf(bomb)).rejects.toMatchObject({ code: 'archive-too-large' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });

  it('keeps to its limits', async () => {
    const entries = Array.from({ length: 20 }, (_, index) => ({ path: `repo-1/${index}.ts`, content: 'x' }));
    const archive = tarball(entries);
    for (const limits of [{ maxEntries: 19 }, { maxBytes: archive.length - 1 }, { maxUnpackedBytes: 10_000 }])
      await expect(filesOf(archive, { limits })).rejects.toMatchObject({ code: 'archive-too-large' });
    expect(
      Object.keys(await filesOf(archive, { limits: { maxEntries: 20, maxBytes: archive.length } })),
    ).toHaveLength(20);
  });

  it('ends with the error of what takes the files, and leaves none unheard', async () => {
    const unheard: unknown[] = [];
    const listen = (error: unknown): void => void unheard.push(error);
    process.on('unhandledRejection', listen);
    onTestFinished(() => void process.off('unhandledRejection', listen));
    const entries = Array.from({ length: 200 }, (_, index) => ({ path: `repo-1/${index}.ts`, content: 'x' }));
    const read = readArchive(
      (async function* () {
        for await (const piece of inPieces(tarball(entries), 100)) {
          await sleep(1);
          yield piece;
        }
      })(),
      () => 100,
      () => Promise.reject(new Error('disk full')),
    );
    await expect(read).rejects.toThrow('disk full');
    await sleep(20);
    expect(unheard).toEqual([]);
  });
});
