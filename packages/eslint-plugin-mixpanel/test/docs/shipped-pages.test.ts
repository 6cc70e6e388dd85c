import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import mixpanel from '../../src/index.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${PACKAGE}package.json`, 'utf8')) as {
  readonly name: string;
  readonly version: string;
};

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

/**
 * What npm would publish. The package is packed as a copy, because packing puts the pages into its folder for a moment,
 * where another test may be packing as well.
 */
function packedFiles(): ReadonlySet<string> {
  const root = mkdtempSync(join(tmpdir(), 'eslint-plugin-mixpanel-pack-'));
  try {
    const folder = join(root, 'packages/eslint-plugin-mixpanel');
    for (const part of ['package.json', 'dist', 'src', 'test'])
      cpSync(join(PACKAGE, part), join(folder, part), { recursive: true });
    cpSync(join(PACKAGE, '../../rules-docs'), join(root, 'rules-docs'), { recursive: true });
    const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [packed] = JSON.parse(output.slice(output.indexOf('['))) as readonly Packed[];
    return new Set(packed?.files.map(({ path }) => path));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('docs.url', () => {
  const packed = packedFiles();
  const base = `https://unpkg.com/${manifest.name}@${manifest.version}/`;

  it.each(Object.entries(mixpanel.rules))('of %s leads to a page of the package', (name, { meta }) => {
    const url = meta?.docs?.url ?? '';
    expect(url).toBe(`${base}rules-docs/${name}.md`);
    expect(packed).toContain(url.slice(base.length));
  });

  it('is not answered by a package that ships everything', () => {
    expect(packed).not.toContain('rules-docs/no-such-rule.md');
    expect([...packed].filter((path) => path.startsWith('test/') || path.startsWith('src/'))).toEqual([]);
  });
});
