import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a commit changes: new contents by path, null deletes; links by path to their target. */
export interface Change {
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  readonly symlinks?: Readonly<Record<string, string>>;
  readonly message?: string;
}

export interface TreeEntry {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size: number | null;
  readonly path: string;
}

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly sha: string;
  /** Hunks without the header; null for a binary file or a mere renaming. */
  readonly patch: string | null;
}

const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};
const MAX_OUTPUT = 1_000_000_000;
const FIRST_SECOND = Date.UTC(2026, 0, 1) / 1_000;

/** A real bare repository: diffs, trees, blobs, merge bases and tarballs are git's own. */
export class GitRepository {
  readonly directory = mkdtempSync(join(tmpdir(), 'tracklint-github-'));
  #commits = 0;
  /** What git said since something was last written: starting it takes long in a process as large as that of a test. */
  readonly #known = new Map<string, Buffer>();

  constructor() {
    this.#write(['init', '--quiet', '--bare']);
  }

  /** Makes a commit without moving a branch. */
  commit(parent: string | null, { files = {}, symlinks = {}, message = 'Change' }: Change): string {
    this.#commits += 1;
    const ref = `refs/fake/${this.#commits}`;
    const stream: (string | Buffer)[] = [
      `commit ${ref}\nmark :1\ncommitter Ada <ada@example.com> ${FIRST_SECOND + this.#commits} +0000\n`,
      ...data(message),
      parent === null ? '' : `from ${parent}\n`,
    ];
    for (const [path, content] of Object.entries(files)) {
      if (content === null) stream.push(`D ${quoted(path)}\n`);
      else stream.push(`M 100644 inline ${quoted(path)}\n`, ...data(content));
    }
    for (const [path, target] of Object.entries(symlinks))
      stream.push(`M 120000 inline ${quoted(path)}\n`, ...data(target));
    stream.push('get-mark :1\n');
    const input = Buffer.concat(stream.map((part) => Buffer.from(part)));
    return this.#write(['fast-import', '--quiet', '--force', '--date-format=raw'], input)
      .toString('latin1')
      .trim();
  }

  /** A merge of two commits as the merge queue makes it. */
  merge(base: string, head: string): string {
    const tree = this.#text(['merge-tree', '--write-tree', base, head]).split('\n')[0] ?? '';
    return this.#write(['commit-tree', tree, '-p', base, '-p', head, '-m', 'Merge']).toString('utf8').trim();
  }

  /** The same change on top of another commit. */
  rebase(head: string, onto: string): string {
    const tree = this.#text(['merge-tree', '--write-tree', onto, head]).split('\n')[0] ?? '';
    return this.#write(['commit-tree', tree, '-p', onto, '-m', 'Rebased']).toString('utf8').trim();
  }

  /** @param ref full, as `refs/heads/main`; null deletes it */
  setRef(ref: string, sha: string | null): void {
    const file = join(this.directory, ref);
    this.#known.clear();
    if (sha === null) return rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${sha}\n`);
  }

  /** The commit that a full ref or an id names, or null. */
  resolve(ref: string): string | null {
    try {
      if (ref.startsWith('refs/')) return readFileSync(join(this.directory, ref), 'utf8').trim();
      return this.#text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).trim();
    } catch {
      return null;
    }
  }

  matchingRefs(prefix: string): readonly { readonly ref: string; readonly sha: string }[] {
    const lines = this.#text(['for-each-ref', '--format=%(refname) %(objectname)', prefix]);
    return lines
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ ref: line.slice(0, line.lastIndexOf(' ')), sha: line.slice(line.lastIndexOf(' ') + 1) }));
  }

  treeOf(commit: string): string {
    return /^tree (\w+)$/m.exec(this.#commitText(commit))?.[1] ?? '';
  }

  parentsOf(commit: string): readonly string[] {
    const header = this.#commitText(commit).split('\n\n', 1)[0] ?? '';
    return Array.from(header.matchAll(/^parent (\w+)$/gm), ([, id = '']) => id);
  }

  messageOf(commit: string): string {
    const text = this.#commitText(commit);
    return text.slice(text.indexOf('\n\n') + 2).trim();
  }

  #commitText(commit: string): string {
    return this.#text(['cat-file', 'commit', commit]);
  }

  /** Null if there is no such tree. */
  tree(tree: string, isRecursive: boolean): readonly TreeEntry[] | null {
    try {
      const options = isRecursive ? ['-r', '-t'] : [];
      return this.#text(['ls-tree', '-l', '-z', ...options, tree])
        .split('\0')
        .filter(Boolean)
        .map((line) => {
          const tab = line.indexOf('\t');
          const [mode = '', type = '', sha = '', size = ''] = line.slice(0, tab).split(/ +/);
          return {
            mode,
            type: type as TreeEntry['type'],
            sha,
            size: size === '-' ? null : Number(size),
            path: line.slice(tab + 1),
          };
        });
    } catch {
      return null;
    }
  }

  blob(sha: string): Buffer | null {
    try {
      return this.#read(['cat-file', 'blob', sha]);
    } catch {
      return null;
    }
  }

  mergeBase(a: string, b: string): string | null {
    try {
      return this.#text(['merge-base', a, b]).trim();
    } catch {
      return null;
    }
  }

  /** Commits of one branch that are not on another, the oldest first. */
  commitsBetween(base: string, head: string): readonly string[] {
    return this.#text(['rev-list', '--reverse', `${base}..${head}`]).split('\n').filter(Boolean);
  }

  diff(base: string, head: string): readonly ChangedFile[] {
    const raw = this.#text(['diff', '--raw', '-z', '-M', '--no-abbrev', base, head]).split('\0');
    const chunks = this.#text(['diff', '-M', '-U3', base, head])
      .split(/^(?=diff --git )/m)
      .filter((chunk) => chunk.startsWith('diff --git '));
    const files: ChangedFile[] = [];
    for (let at = 0; at + 1 < raw.length; at += 2) {
      const [, , before = '', after = '', code = ''] = (raw[at] ?? '').split(' ');
      const isRenamed = code.startsWith('R');
      if (isRenamed) at += 1;
      const chunk = chunks[files.length] ?? '';
      const start = chunk.search(/^@@ /m);
      files.push({
        path: raw[at + 1] ?? '',
        previousPath: isRenamed ? (raw[at] ?? '') : null,
        status: isRenamed ? 'renamed' : code === 'A' ? 'added' : code === 'D' ? 'removed' : 'modified',
        sha: code === 'D' ? before : after,
        patch: start === -1 ? null : chunk.slice(start).replace(/\n$/, ''),
      });
    }
    return files;
  }

  /** A gzipped tarball with everything below one folder. */
  archive(commit: string, prefix: string): Buffer {
    return this.#git(['archive', '--format=tar.gz', `--prefix=${prefix}/`, commit]);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  #text(args: readonly string[]): string {
    return this.#read(args).toString('utf8');
  }

  #read(args: readonly string[]): Buffer {
    const key = args.join('\0');
    const known = this.#known.get(key) ?? this.#git(args);
    this.#known.set(key, known);
    return known;
  }

  #write(args: readonly string[], input?: Buffer): Buffer {
    this.#known.clear();
    return this.#git(args, input);
  }

  #git(args: readonly string[], input?: Buffer): Buffer {
    return execFileSync('git', ['-c', 'core.quotepath=off', ...args], {
      cwd: this.directory,
      maxBuffer: MAX_OUTPUT,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...ENVIRONMENT },
      ...(input ? { input } : {}),
    });
  }
}

function data(content: string | Buffer): readonly (string | Buffer)[] {
  const bytes = Buffer.from(content);
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

const quoted = (path: string): string =>
  `"${path.replace(/[\\"]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')}"`;
