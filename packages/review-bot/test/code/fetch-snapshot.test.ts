import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FakeRepository, GitHubServer } from '../../../../test-fixtures/github-server/index.js';
import { serverAndClient } from '../../../../test-fixtures/github-server/test/client.js';
import { blobFile, createBlobReader } from '../../src/code/blob-files.js';
import { openBlobStore } from '../../src/code/blob-store.js';
import type { CodeClient } from '../../src/code/code-client.js';
import { fetchSnapshot } from '../../src/code/fetch-snapshot.js';
import type { SnapshotStores } from '../../src/code/fetch-snapshot.js';
import { githubCode } from '../../src/code/github-code.js';
import type { GitHubClient } from '../../src/github/github-client.js';
import type { Snapshot } from '../../src/code/snapshot.js';
import { createTreeCache } from '../../src/code/tree-listing.js';
import { tarball } from './tar-writer.js';
import type { TarEntry } from './tar-writer.js';

interface Stage {
  readonly server: GitHubServer;
  readonly client: GitHubClient;
  readonly repository: FakeRepository;
  readonly code: CodeClient;
  readonly stores: SnapshotStores;
  fetch(commit: string): Promise<Snapshot>;
  /** What was asked since the last time, by the last part of GitHub's path: `trees`, `blobs`, `tarball`. */
  asked(): Readonly<Record<string, number>>;
}

async function openStores(): Promise<SnapshotStores> {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-blobs-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return { blobs: await openBlobStore(directory), trees: createTreeCache() };
}

async function stage(fetchArchive?: typeof fetch): Promise<Stage> {
  const { server, client } = await serverAndClient();
  const repository = server.createRepository();
  const more = fetchArchive ? { fetch: fetchArchive } : {};
  const code = githubCode(client, { owner: 'acme', repo: 'shop', ...more });
  const stores = await openStores();
  let seen = 0;
  return {
    ...{ server, client, repository, code, stores },
    fetch: (commit) => fetchSnapshot(code, commit, stores),
    asked() {
      const counts: Record<string, number> = {};
      for (const { route } of server.requests.slice(seen)) {
        const kind = /\/(trees|blobs|tarball|commits)\//.exec(route)?.[1];
        if (kind !== undefined && kind !== 'commits') counts[kind] = (counts[kind] ?? 0) + 1;
      }
      seen = server.requests.length;
      return counts;
    },
  };
}

const manyFiles = (count: number, text = 'export const n ='): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`src/f${index}.ts`, `${text} ${index};\n`]),
  );

/** The texts of a snapshot's files, from the store. */
function texts({ files }: Snapshot, { blobs }: SnapshotStores): Readonly<Record<string, string>> {
  const read = createBlobReader(blobs.directory);
  return Object.fromEntries(files.map(({ path, blob }) => [path, read(blob).toString()]));
}

describe('fetchSnapshot', () => {
  it('fetches few blobs one by one, and none a second time: not for a push, not for another pull request', async () => {
    const { repository, fetch, asked, stores, server } = await stage();
    const files = { ...manyFiles(20), 'logo.png': 'no code', 'readme.md': 'no code' };
    const first = repository.commit('main', { files });
    const snapshot = await fetch(first);
    expect(snapshot.files.map(({ path }) => path)).toEqual(Object.keys(files).sort());
    expect(asked()).toEqual({ trees: 1, blobs: 20 });
    await fetch(first);
    expect(asked()).toEqual({});
    const push = repository.commit('feature', { files: { 'src/f3.ts': 'changed' }, parent: first });
    expect(texts({ ...(await fetch(push)), files: [] }, stores)).toEqual({});
    expect(asked()).toEqual({ trees: 1, blobs: 1 });
    // The same contents under other names.
    const other = repository.commit('other', {
      files: { 'src/copy.ts': 'changed', 'src/f3.ts': null },
      parent: first,
    });
    await fetch(other);
    expect(asked()).toEqual({ trees: 1 });
    server.assertNoViolations();
  });

  it('fetches many blobs by one archive', async () => {
    const { repository, fetch, asked, stores, server } = await stage();
    const files = manyFiles(250);
    const snapshot = await fetch(repository.commit('main', { files }));
    expect(asked()).toEqual({ trees: 1, tarball: 1 });
    expect(texts(snapshot, stores)).toEqual(files);
    server.assertNoViolations();
  });

  it.each([1, 30])('lists every file of a tree that GitHub cuts off after %i entries', async (limit) => {
    const { repository, fetch, stores, server } = await stage();
    repository.treeLimit = limit;
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`a${index % 3}/b${index % 7}/f${index}.ts`, `text ${index}`]),
    );
    expect(texts(await fetch(repository.commit('main', { files })), stores)).toEqual(files);
    server.assertNoViolations();
  });

  it('is not misled by what .gitattributes leaves out of an archive or changes in it', async () => {
    const { repository, fetch, asked, stores } = await stage();
    const files = {
      ...manyFiles(250),
      'src/hidden.ts': 'export const hidden = 1;\n',
      'secret/deep/a.ts': 'export const a = 1;\n',
      'src/subst.ts': "export const version = '$Format:%H$';\n",
      'src/crlf.ts': 'export const line = 1;\nexport const other = 2;\n',
      'src/utf16.ts': 'export const utf16 = 1;\n',
      '.gitattributes': [
        'src/hidden.ts export-ignore',
        'secret export-ignore',
        'src/subst.ts export-subst',
        'src/crlf.ts text eol=crlf',
        'src/utf16.ts text working-tree-encoding=UTF-16',
      ].join('\n'),
    };
    const snapshot = await fetch(repository.commit('main', { files }));
    const { '.gitattributes': _, ...code } = files;
    const isCode = ({ path }: { path: string }): boolean => path.endsWith('.ts');
    expect(texts({ ...snapshot, files: snapshot.files.filter(isCode) }, stores)).toEqual(code);
    expect(asked()).toEqual({ trees: 1, tarball: 1, blobs: 4 });
  });

  it('says what to do if an archive leaves out more than can be fetched', async () => {
    const { repository, fetch } = await stage();
    const files = { ...manyFiles(2_001), '.gitattributes': 'src export-ignore' };
    await expect(fetch(repository.commit('main', { files }))).rejects.toMatchObject({
      code: 'too-many-blobs',
    });
  });

  it('takes nothing from a hostile archive but what has the right hash', async () => {
    const { repository, fetch, asked, stores } = await stage();
    const files = manyFiles(201);
    const good = Object.entries(files).map(([path, content]): TarEntry => ({ path: `r/${path}`, content }));
    repository.tarball = tarball([
      { path: 'r/src/f0.ts', content: 'evil' },
      { path: 'r/src/f1.ts', type: '2', link: '/etc/passwd' },
      { path: 'r/src/f2.ts', type: '1', link: 'r/src/f3.ts' },
      { path: '../src/f4.ts', content: 'evil' },
      { path: '/src/f5.ts', content: 'evil' },
      ...good.slice(6),
      { path: 'r/src/f6.ts', content: 'evil' },
    ]);
    expect(texts(await fetch(repository.commit('main', { files })), stores)).toEqual(files);
    expect(asked()).toEqual({ trees: 1, tarball: 1, blobs: 6 });
  });

  it('gives up on an archive that is cut off', async () => {
    const { repository, fetch } = await stage();
    const commit = repository.commit('main', { files: manyFiles(201) });
    repository.tarball = repository.git.archive(commit, 'r').subarray(0, -100);
    await expect(fetch(commit)).rejects.toMatchObject({ code: 'archive-broken' });
    repository.tarball = null;
    expect((await fetch(commit)).files).toHaveLength(201);
  });

  it('leaves links and submodules out', async () => {
    const { repository, fetch } = await stage();
    const symlinks = {
      'src/link.ts': '../../../etc/passwd',
      'src/up': '..',
      'tracklint.config.json': '/etc/passwd',
    };
    const { files } = await fetch(repository.commit('main', { files: { 'src/a.ts': 'a' }, symlinks }));
    expect(files.map(({ path }) => path)).toEqual(['src/a.ts']);
  });

  it('asks for no content of a file that is too large to be read, whatever GitHub says of its size', async () => {
    const { repository, fetch, asked, stores, code } = await stage();
    const large = 'x'.repeat(1_000_001);
    const commit = repository.commit('main', { files: { 'a.ts': large, 'b.ts': 'b' } });
    const snapshot = await fetch(commit);
    expect(asked()).toEqual({ trees: 1, blobs: 1 });
    const [a] = snapshot.files;
    expect(createBlobReader(stores.blobs.directory)(a?.blob ?? '')).toBe('large');
    const silent: CodeClient = {
      ...code,
      getTree: async (...args) => {
        const tree = await code.getTree(...args);
        return { ...tree, entries: tree.entries.map((entry) => ({ ...entry, size: null })) };
      },
    };
    const others = await openStores();
    await fetchSnapshot(silent, commit, others);
    expect(createBlobReader(others.blobs.directory)(a?.blob ?? '')).toBe('large');
  });

  it('refuses a blob that is another one', async () => {
    const { repository, code, stores } = await stage();
    const commit = repository.commit('main', { files: { 'a.ts': 'a' } });
    const lying: CodeClient = { ...code, getBlob: () => Promise.resolve(Buffer.from('evil')) };
    await expect(fetchSnapshot(lying, commit, stores)).rejects.toMatchObject({ code: 'blob-mismatch' });
  });

  it('fetches a blob again that was cut off in the store', async () => {
    const { repository, fetch, asked, stores } = await stage();
    const commit = repository.commit('main', { files: { 'a.ts': 'content', 'b.ts': '' } });
    const { files } = await fetch(commit);
    truncateSync(blobFile(stores.blobs.directory, files[0]?.blob ?? ''));
    asked();
    expect(texts(await fetch(commit), stores)).toEqual({ 'a.ts': 'content', 'b.ts': '' });
    expect(asked()).toEqual({ blobs: 1 });
  });

  it('gives the host of the archive no token', async () => {
    const headers: unknown[] = [];
    let from = '';
    const other = createServer((request, response) => {
      headers.push(request.headers.authorization);
      void fetch(from).then(async (answer) => response.end(Buffer.from(await answer.arrayBuffer())));
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const {
      repository,
      fetch: get,
      stores,
    } = await stage((link, init) => {
      headers.push(new Headers(init?.headers).get('authorization'));
      from = String(link);
      return fetch(`http://localhost:${(other.address() as AddressInfo).port}/x.tar.gz`, init);
    });
    const files = manyFiles(201);
    expect(texts(await get(repository.commit('main', { files })), stores)).toEqual(files);
    expect(headers).toEqual([null, undefined]);
  });

  it('ends with its signal', async () => {
    const { server, client, repository, stores } = await stage();
    const commit = repository.commit('main', { files: manyFiles(3) });
    server.faults.add({ method: 'GET', path: /\/git\/blobs\//, kind: { delay: 3_000 }, times: 3 });
    const controller = new AbortController();
    const code = githubCode(client, { owner: 'acme', repo: 'shop', signal: controller.signal });
    setTimeout(() => controller.abort(new Error('superseded')), 300);
    const before = performance.now();
    await expect(fetchSnapshot(code, commit, stores)).rejects.toThrow();
    expect(performance.now() - before).toBeLessThan(2_500);
  });
});
