import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../../../../test-fixtures/', import.meta.url));
const THEMES = ['resolution', 'samples'];

/** A fixture as a repository of its own, where no other fixture can be seen. */
export interface FixtureCopy {
  /** `resolution/wrapper-other-file` */
  readonly name: string;
  readonly root: string;
  /** Of the fixture, with `/`. */
  readonly files: readonly string[];
}

export interface FixtureCopies {
  readonly fixtures: readonly FixtureCopy[];
  /** Of the compiler options that count for all fixtures without their own. */
  readonly compilerRoot: string;
  /** An empty folder in which nothing is reviewed, for hosts that take all fixtures in one run. */
  readonly elsewhere: string;
  remove(): void;
}

/**
 * Every fixture, copied out of this repository. A fixture without compiler options uses those of the folder above it, so
 * that one program serves all of them.
 */
export function copyFixtures(): FixtureCopies {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'eslint-plugin-mixpanel-parity-')));
  const elsewhere = join(top, 'elsewhere');
  mkdirSync(elsewhere);
  execFileSync('git', ['init', '--quiet'], { cwd: elsewhere });
  const copies = join(top, 'fixtures');
  const fixtures = THEMES.flatMap((theme) =>
    readdirSync(join(FIXTURES, theme))
      .sort()
      .map((leaf): FixtureCopy => {
        const root = join(copies, theme, leaf);
        cpSync(join(FIXTURES, theme, leaf), root, { recursive: true });
        for (const name of readdirSync(root)) if (name.startsWith('expected.')) rmSync(join(root, name));
        const files = filesIn(root);
        cpSync(join(elsewhere, '.git'), join(root, '.git'), { recursive: true });
        return { name: `${theme}/${leaf}`, root, files };
      }),
  );
  writeFileSync(join(copies, 'tsconfig.json'), JSON.stringify(COMPILER_OPTIONS));
  return {
    fixtures,
    compilerRoot: copies,
    elsewhere,
    remove: () => rmSync(top, { recursive: true, force: true }),
  };
}

const COMPILER_OPTIONS = {
  compilerOptions: {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'preserve',
    allowJs: true,
    strict: true,
    noEmit: true,
    experimentalDecorators: true,
    types: [],
  },
  include: ['**/*'],
};

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** A finding that a fixture's `expected.needs-types.json` names, because it cannot be known (or denied) without types. */
export interface NeedsTypes {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: string;
  readonly found: 'only with types' | 'only without types';
}

export function needsTypes(name: string): readonly NeedsTypes[] {
  const path = join(FIXTURES, name, 'expected.needs-types.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as NeedsTypes[]) : [];
}
