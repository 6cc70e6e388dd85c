import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

/**
 * What somebody gets who installs the packages: a new Vite project with React and TypeScript outside this repository, the
 * packed packages instead of the workspace, and the snippet of the README. Needs the npm registry, as `npm ci` does.
 */
const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function packInto(folder: string): Readonly<Record<string, string>> {
  mkdirSync(folder);
  const packages = ['analyzer', 'eslint-plugin-mixpanel'];
  for (const name of packages) npm(join(REPOSITORY, 'packages', name), 'pack', '--pack-destination', folder);
  const files = readdirSync(folder);
  const fileOf = (part: string): string =>
    `file:${join(folder, files.find((file) => file.includes(part)) ?? '')}`;
  return {
    '@tracklint/analyzer': fileOf('tracklint-analyzer'),
    'eslint-plugin-mixpanel': fileOf('eslint-plugin'),
  };
}

/** The first block of the README's section on the editor. */
function readmeSnippet(): string {
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('### In the editor'));
  return /```js\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
}

const SIGN_UP = `import { record } from './analytics';

export interface User {
  id: string;
  email: string;
}

export function SignUp({ user }: { user: User }) {
  return (
    <button onClick={() => record('Signed Up', { user_id: user.id, email: user.email })}>Sign up</button>
  );
}
`;

const FILES: Readonly<Record<string, string>> = {
  'index.html': '<div id="root"></div><script type="module" src="/src/main.tsx"></script>\n',
  'tsconfig.json': `{ "compilerOptions": { "strict": true, "jsx": "react-jsx", "module": "ESNext", "moduleResolution": "Bundler", "target": "ES2022", "noEmit": true }, "include": ["src"] }\n`,
  'vite.config.ts': `import react from '@vitejs/plugin-react';\nimport { defineConfig } from 'vite';\n\nexport default defineConfig({ plugins: [react()] });\n`,
  'src/analytics.ts': `import mixpanel from 'mixpanel-browser';

export function record(name: string, properties: Record<string, unknown>): void {
  mixpanel.track(name, properties);
}
`,
  'src/main.tsx': `import { createRoot } from 'react-dom/client';
import { SignUp } from './sign-up';

const root = document.getElementById('root');
if (root) createRoot(root).render(<SignUp user={{ id: '1', email: '' }} />);
`,
  'src/sign-up.tsx': SIGN_UP,
};

interface Message {
  readonly ruleId: string | null;
  readonly severity: number;
  readonly suggestions?: readonly {
    readonly fix: { readonly range: readonly [number, number]; readonly text: string };
  }[];
}

it('a new project reports what is seeded, and the suggestion repairs it', { timeout: 240_000 }, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'eslint-plugin-mixpanel-packed-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const tarballs = packInto(join(folder, 'packed'));
  const project = join(folder, 'app');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  // The README's block is what the plugin needs; a project with TypeScript has its parser in front of it.
  write(
    'eslint.config.js',
    readmeSnippet()
      .replace('import mixpanel', `import tseslint from 'typescript-eslint';\nimport mixpanel`)
      .replace('export default [', 'export default [\n  ...tseslint.configs.recommended,\n  '),
  );
  const dependencies = { 'mixpanel-browser': '*', react: '*', 'react-dom': '*' };
  const devDependencies = {
    ...tarballs,
    '@types/react': '*',
    '@types/react-dom': '*',
    '@vitejs/plugin-react': '^4.0.0',
    eslint: '^10.0.0',
    typescript: '^5.9.0',
    'typescript-eslint': '^8.0.0',
    vite: '^7.0.0',
  };
  write(
    'package.json',
    JSON.stringify({ name: 'app', private: true, type: 'module', dependencies, devDependencies }),
  );
  npm(project, 'install', '--prefer-offline', '--ignore-scripts');

  const lint = (): { readonly status: number | null; readonly messages: readonly Message[] } => {
    const { status, stdout, stderr } = spawnSync('npx', ['eslint', '.', '--format', 'json'], {
      cwd: project,
      encoding: 'utf8',
    });
    if (!stdout.startsWith('[')) throw new Error(stderr || stdout);
    const results = JSON.parse(stdout) as readonly { readonly messages: readonly Message[] }[];
    return { status, messages: results.flatMap(({ messages }) => messages) };
  };

  const before = lint();
  expect(before.status).toBe(1);
  expect(before.messages.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['mixpanel/no-pii', 2]]);

  const { range, text } = before.messages[0]?.suggestions?.[0]?.fix ?? { range: [0, 0], text: '' };
  write('src/sign-up.tsx', SIGN_UP.slice(0, range[0]) + text + SIGN_UP.slice(range[1]));
  expect(lint()).toEqual({ status: 0, messages: [] });
});
