import { spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { blobFile, blobId, createBlobReader } from '../../src/code/blob-files.js';
import { openBlobStore } from '../../src/code/blob-store.js';

const SHA1 = '0'.repeat(40);
const HOUR = 60 * 60_000;
const idOf = (content: string): string => blobId(Buffer.from(content), SHA1);

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-store-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('a blob store', () => {
  it('gives what was put, and names blobs as git does', async () => {
    const store = await openBlobStore(temporaryDirectory());
    expect(idOf('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
    const sha256 = blobId(Buffer.from('hello\n'), '0'.repeat(64));
    for (const id of [idOf('hello\n'), sha256, idOf('')])
      await store.put(id, Buffer.from(id === idOf('') ? '' : 'hello\n'));
    await store.putLarge(SHA1);
    const read = createBlobReader(store.directory);
    expect(read(idOf('hello\n')).toString()).toBe('hello\n');
    expect(read(sha256).toString()).toBe('hello\n');
    expect(read(SHA1)).toBe('large');
    expect(await store.find([idOf('hello\n'), idOf(''), SHA1, idOf('other')])).toEqual(
      new Map<string, number | string>([
        [idOf('hello\n'), 6],
        [idOf(''), 0],
        [SHA1, 'large'],
      ]),
    );
    expect(() => read(idOf('other'))).toThrow('is not in the store');
  });

  it('refuses another content, and names that lead out of it', async () => {
    const store = await openBlobStore(temporaryDirectory());
    await expect(store.put(idOf('a'), Buffer.from('b'))).rejects.toMatchObject({ code: 'blob-mismatch' });
    for (const id of ['../../../etc/passwd', `..${'/'.repeat(38)}`, 'A'.repeat(40), '', `${SHA1}\n`])
      expect(() => blobFile(store.directory, id)).toThrow(TypeError);
    expect(filesIn(store.directory)).toEqual([]);
  });

  it('follows no links', async () => {
    const directory = temporaryDirectory();
    const outside = temporaryDirectory();
    const store = await openBlobStore(directory);
    const secret = join(outside, 'secret');
    writeFileSync(secret, 'secret');
    const file = blobFile(directory, idOf('secret'));
    mkdirSync(dirname(file));
    symlinkSync(secret, file);
    expect(await store.find([idOf('secret')])).toEqual(new Map());
    expect(() => createBlobReader(directory)(idOf('secret'))).toThrow('is not in the store');
    await store.put(idOf('secret'), Buffer.from('secret'));
    expect(lstatSync(file).isSymbolicLink()).toBe(false);

    const other = blobFile(directory, idOf('other'));
    symlinkSync(outside, dirname(other));
    await expect(store.put(idOf('other'), Buffer.from('other'))).rejects.toThrow('is no directory');
    writeFileSync(join(outside, idOf('other').slice(2)), 'other');
    expect(() => createBlobReader(directory)(idOf('other'))).toThrow('is not in the store');
    expect(readFileSync(secret, 'utf8')).toBe('secret');
  });

  it('takes nothing for a blob that is damaged', async () => {
    const store = await openBlobStore(temporaryDirectory());
    await store.put(idOf('content'), Buffer.from('content'));
    for (const damaged of ['', 'conten', 'contenT']) {
      writeFileSync(blobFile(store.directory, idOf('content')), damaged);
      expect(() => createBlobReader(store.directory)(idOf('content'))).toThrow('is damaged');
    }
  });

  it('lets go of what was used least recently, and of nothing that may be in use', async () => {
    const directory = temporaryDirectory();
    let time = Date.now();
    const store = await openBlobStore(directory, { maxBytes: 10_000, now: () => time });
    const contents = Array.from({ length: 20 }, (_, index) => `${index}`.padEnd(1_000, '.'));
    const put = async (content: string): Promise<void> => {
      await store.put(idOf(content), Buffer.from(content));
      utimesSync(blobFile(directory, idOf(content)), time / 1_000, time / 1_000);
    };
    for (const content of contents) await put(content);
    expect(filesIn(directory)).toHaveLength(20);

    time += 2 * HOUR;
    const used = contents.slice(0, 3).map(idOf);
    await store.find(used);
    const leftover = `${blobFile(directory, idOf(contents[4] ?? ''))}.0123456789ab.tmp`;
    writeFileSync(leftover, 'half');
    utimesSync(leftover, 1, 1);
    await put('new'.padEnd(1_000, '.'));
    expect([...(await store.find(used)).keys()].sort()).toEqual([...used].sort());
    expect(existsSync(leftover)).toBe(false);
    const bytes = filesIn(directory).length * 1_000;
    expect(bytes).toBeLessThanOrEqual(10_000);
    expect(bytes).toBeGreaterThan(7_000);
  });

  it('can be written by several processes at once, and killed at any moment', async () => {
    const directory = temporaryDirectory();
    const module = (name: string): string =>
      JSON.stringify(new URL(`../../dist/code/${name}.js`, import.meta.url).href);
    const script = `
      import { openBlobStore } from ${module('blob-store')};
      import { blobId } from ${module('blob-files')};
      const store = await openBlobStore(${JSON.stringify(directory)});
      console.log('ready');
      for (let round = 0; ; round += 1) {
        const bytes = Buffer.alloc(300_000, String(round % 10) + '.');
        await Promise.all([store.put(blobId(bytes, ''), bytes), store.put(blobId(bytes, ''), bytes)]);
      }`;
    const writers = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    await Promise.all(
      writers.map(async (writer, index) => {
        await new Promise((resolve) => writer.stdout.once('data', resolve));
        await new Promise((resolve) => setTimeout(resolve, 150 + index * 37));
        const ended = new Promise((resolve) => writer.once('exit', (_, signal) => resolve(signal)));
        writer.kill('SIGKILL');
        expect(await ended).toBe('SIGKILL');
      }),
    );
    const blobs = readdirSync(directory).flatMap((folder) =>
      readdirSync(join(directory, folder)).flatMap((name) => (name.endsWith('.tmp') ? [] : [folder + name])),
    );
    expect(blobs.length).toBeGreaterThan(0);
    const read = createBlobReader(directory);
    for (const id of blobs) expect(read(id)).toHaveLength(300_000);
  });
});
