import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import mixpanel from '../../src/index.js';
import { projectOnDisk } from '../lint/project-on-disk.js';

/**
 * The plugin must never throw, whatever it is given. Thousands of files that other people wrote are linted with every
 * rule on, each as a buffer of one project that tracks, so that nothing is left out as ignored.
 */
const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const CODE = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.tsx', '.jsx']);
const MAX_CHARACTERS = 150_000;
const MAX_FILES = 3_000;

/** Names of the packages that are installed with the plugin and the analyzer, and of what these need. */
function dependencies(): readonly string[] {
  const found = new Set<string>();
  const queue = ['packages/analyzer', 'packages/eslint-plugin-mixpanel', 'packages/cli'];
  for (const folder of queue) {
    const file = join(REPOSITORY, folder, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly dependencies?: Readonly<Record<string, string>>;
      readonly peerDependencies?: Readonly<Record<string, string>>;
    };
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      if (found.has(name) || name.startsWith('@tracklint/')) continue;
      found.add(name);
      queue.push(`node_modules/${name}`);
    }
  }
  return [...found].sort();
}

function codeBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** At most so many of each package, so that no large one takes all places. */
const PER_PACKAGE = 150;

function foreignFiles(): readonly string[] {
  const packages = dependencies().flatMap((name) =>
    codeBelow(join(REPOSITORY, 'node_modules', name)).slice(0, PER_PACKAGE),
  );
  const fixtures = codeBelow(join(REPOSITORY, 'test-fixtures'));
  return [...fixtures, ...packages].slice(0, MAX_FILES);
}

it('no file of our dependencies or fixtures makes a rule fail', { timeout: 240_000 }, () => {
  const root = projectOnDisk({
    'src/record.ts': `import mixpanel from 'mixpanel-browser';\nexport const record = (name: string, data: object) => mixpanel.track(name, data);\n`,
  });
  const linter = new Linter({ cwd: root });
  const config: Linter.Config[] = [
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      languageOptions: { parser: tseslint.parser as Linter.Parser },
      linterOptions: { noInlineConfig: true },
    },
    mixpanel.configs.all,
  ];
  const failures: string[] = [];
  let reports = 0;
  const files = foreignFiles();
  files.forEach((file, index) => {
    const text = readFileSync(file, 'utf8');
    if (text.length > MAX_CHARACTERS) return;
    const filename = join(root, 'src', `file-${index}${extname(file)}`);
    try {
      const messages = linter.verify(text, config, { filename });
      reports += messages.filter(({ ruleId }) => ruleId !== null).length;
      failures.push(
        ...messages
          .filter(({ messageId }) => messageId === 'failure')
          .map(({ message }) => `${file}: ${message}`),
      );
    } catch (error) {
      failures.push(`${file}: ${String(error)}`);
    }
  });
  expect(failures).toEqual([]);
  expect(files.length).toBeGreaterThan(1_500);
  // The fixtures are among the files, so the rules have run.
  expect(reports).toBeGreaterThan(20);
});
