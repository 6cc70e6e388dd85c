import { describe, expect, test } from 'vitest';
import { createModuleResolver } from '../../src/link/resolve-module.js';
import type { ResolvedModule } from '../../src/link/resolve-module.js';
import { memorySource } from '../../src/source/memory.js';

type Tree = Readonly<Record<string, string | object>>;
/** `from specifier` → path of the file, `pkg:name` or `pkg:name|subpath`, or null. */
type Cases = Readonly<Record<string, string | null>>;

function show(found: ResolvedModule): string | null {
  if (found.kind === 'file') return found.path;
  return found.kind === 'missing' ? null : `pkg:${found.name}${found.subpath && `|${found.subpath}`}`;
}

function check(tree: Tree, cases: Cases): void {
  const files = Object.entries(tree).map(([path, text]) => [
    path,
    typeof text === 'string' ? text : JSON.stringify(text),
  ]);
  const resolver = createModuleResolver(memorySource(Object.fromEntries(files)));
  const answers = Object.keys(cases).map((question) => {
    const [from = '', specifier = ''] = question.split(' ');
    return [question, show(resolver.resolve(from, specifier))];
  });
  expect(Object.fromEntries(answers)).toEqual(cases);
}

const table: readonly (readonly [string, Tree, Cases])[] = [
  [
    'relative paths',
    {
      'src/a.ts': '',
      'src/b.tsx': '',
      'src/c/index.js': '',
      'src/c.vue': '',
      'src/d.native.js': '',
      'src/e.js': '',
      'src/e.ts': '',
      'src/f.d.ts': '',
      'src/g.json': '{}',
      'src/index.ts': '',
      'src/h/package.json': { main: './lib/main.js' },
      'src/h/lib/main.js': '',
      'src/i.service.ts': '',
      'src/j.mts': '',
      'src/k.jsx': '',
      'index.js': '',
    },
    {
      'src/a.ts ./b': 'src/b.tsx',
      'src/a.ts ./b.js': 'src/b.tsx',
      'src/a.ts ./c': 'src/c.vue',
      'src/a.ts ./c/': 'src/c/index.js',
      'src/a.ts ./d': 'src/d.native.js',
      'src/a.ts ./e': 'src/e.ts',
      'src/a.ts ./e.js': 'src/e.ts',
      'src/a.ts ./f': 'src/f.d.ts',
      'src/a.ts ./f.js': 'src/f.d.ts',
      'src/a.ts ./g.json': 'src/g.json',
      'src/a.ts ./g': 'src/g.json',
      'src/a.ts .': 'src/index.ts',
      'src/c/index.js ..': 'src/index.ts',
      'src/c/index.js ../': 'src/index.ts',
      'src/c/index.js ../..': 'index.js',
      'src/a.ts ./h': 'src/h/lib/main.js',
      'src/a.ts ./i.service': 'src/i.service.ts',
      'src/a.ts ./j.mjs': 'src/j.mts',
      'src/a.ts ./k.jsx': 'src/k.jsx',
      'src/a.ts ./b?raw': 'src/b.tsx',
      'src/a.ts /src/b': 'src/b.tsx',
      'src/a.ts ./absent': null,
      'src/a.ts ../../outside': null,
      'src/a.ts ./style.css': null,
      'src/a.ts ./x/../../../a': null,
      'src/a.ts ./a.ts/x': null,
    },
  ],
  [
    'packages outside the repository',
    {
      'src/a.ts': '',
      'package.json': { dependencies: { 'mixpanel-browser': '^2.0.0', events: '1' } },
      'src/events/index.ts': '',
      'src/path.ts': '',
    },
    {
      'src/a.ts mixpanel-browser': 'pkg:mixpanel-browser',
      'src/a.ts mixpanel-browser/src/x.js': 'pkg:mixpanel-browser|src/x.js',
      'src/a.ts @scope/name/sub/path': 'pkg:@scope/name|sub/path',
      'src/a.ts node:fs': 'pkg:fs',
      'src/a.ts path': 'pkg:path',
      'src/a.ts events': 'pkg:events',
      'src/a.ts npm:mixpanel@0.18/lib': 'pkg:mixpanel|lib',
      'src/a.ts https://cdn.example.com/npm/mixpanel-browser@2.47.0/+esm': 'pkg:mixpanel-browser|+esm',
      'src/a.ts virtual:x': 'pkg:virtual:x',
    },
  ],
  [
    'tsconfig paths, extended, with comments',
    {
      'tsconfig.base.json':
        '{ // base\n "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["libs/*/src/index.ts", "libs/*"], "@lib/special": ["other/special.ts"], "$env": ["env.ts"], }, }, }',
      'apps/web/tsconfig.json': { extends: '../../tsconfig.base.json' },
      'apps/web/src/a.ts': '',
      'libs/one/src/index.ts': '',
      'libs/two/deep.ts': '',
      'other/special.ts': '',
      'env.ts': '',
      'shared/x.ts': '',
      'apps/own/tsconfig.json': {
        extends: ['./none.json', '../../tsconfig.base.json', '@tsconfig/strict'],
        compilerOptions: { paths: { '~/*': ['./src/*'] } },
      },
      'apps/own/src/b.ts': '',
      'apps/own/src/c.ts': '',
    },
    {
      'apps/web/src/a.ts @lib/one': 'libs/one/src/index.ts',
      'apps/web/src/a.ts @lib/two/deep': 'libs/two/deep.ts',
      'apps/web/src/a.ts @lib/special': 'other/special.ts',
      'apps/web/src/a.ts $env': 'env.ts',
      'apps/web/src/a.ts shared/x': 'shared/x.ts',
      'apps/web/src/a.ts @lib/none': 'pkg:@lib/none',
      'apps/own/src/b.ts ~/c': 'apps/own/src/c.ts',
    },
  ],
  [
    'project references and sibling configurations',
    {
      'tsconfig.json': {
        files: [],
        references: [{ path: './tsconfig.app.json' }, { path: './config/node' }],
      },
      'tsconfig.app.json': { compilerOptions: { paths: { '@/*': ['./source/*'] } } },
      'config/node/tsconfig.json': { compilerOptions: { paths: { '#server/*': ['../../server/*'] } } },
      'source/a.ts': '',
      'source/b.ts': '',
      'server/s.ts': '',
    },
    { 'source/a.ts @/b': 'source/b.ts', 'source/a.ts #server/s': 'server/s.ts', 'source/a.ts @/none': null },
  ],
  [
    'configurations that go in circles, out of the root or are broken',
    {
      'tsconfig.json': {
        extends: './tsconfig.two.json',
        references: [{ path: '.' }],
        compilerOptions: { paths: { 'x/*': ['../../*'], 'y*': 'lib/*', z: [3, 'lib/z'] } },
      },
      'tsconfig.two.json': { extends: './tsconfig.json' },
      'a.ts': '',
      'lib/z.ts': '',
      'sub/tsconfig.json': '{ "compilerOptions": ',
      'sub/b.ts': '',
      'etc.ts': '',
    },
    { 'a.ts x/etc': 'pkg:x|etc', 'a.ts yz': 'lib/z.ts', 'a.ts z': 'lib/z.ts', 'sub/b.ts z': 'lib/z.ts' },
  ],
  [
    '${configDir}',
    {
      'base/tsconfig.json': { compilerOptions: { paths: { '@/*': ['${configDir}/code/*'] } } },
      'app/tsconfig.json': { extends: '../base/tsconfig.json' },
      'app/code/x.ts': '',
      'base/code/x.ts': '',
      'app/a.ts': '',
    },
    { 'app/a.ts @/x': 'app/code/x.ts' },
  ],
  [
    'jsconfig with baseUrl',
    {
      'jsconfig.json': { compilerOptions: { baseUrl: 'src' } },
      'src/store/actions/user.js': '',
      'src/a.js': '',
      'package.json': { dependencies: { react: '1' } },
    },
    { 'src/a.js store/actions/user': 'src/store/actions/user.js', 'src/a.js react': 'pkg:react' },
  ],
  [
    'workspace packages',
    {
      'package.json': { name: 'root', workspaces: ['packages/*'] },
      'packages/one/package.json': { name: '@acme/one', main: 'dist/index.js', types: 'dist/index.d.ts' },
      'packages/one/src/index.ts': '',
      'packages/one/src/deep/x.ts': '',
      'packages/two/package.json': {
        name: '@acme/two',
        exports: {
          '.': {
            types: './dist/index.d.ts',
            import: './dist/esm/index.mjs',
            require: './dist/cjs/index.cjs',
          },
          './track': './dist/track.js',
          './events/*': { import: './dist/events/*.js' },
          './events/internal/*': null,
          './raw/*.js': './code/*.ts',
          './legacy/': './old/',
        },
      },
      'packages/two/src/index.mts': '',
      'packages/two/src/track/index.ts': '',
      'packages/two/src/events/user.ts': '',
      'packages/two/code/r.ts': '',
      'packages/two/old/o.js': '',
      'packages/three/package.json': { name: 'three', source: 'code/main.ts' },
      'packages/three/code/main.ts': '',
      'packages/four/package.json': { name: 'four' },
      'packages/four/index.js': '',
      'packages/four/lib/tool.js': '',
      'packages/five/package.json': { name: 'five', module: './dist/five.esm.js' },
      'packages/five/src/index.tsx': '',
      'packages/six/package.json': { name: 'six', exports: './index.js', dependencies: { six: '1' } },
      'packages/six/index.js': '',
      'packages/seven/package.json': { name: 'seven', main: '../../root.ts' },
      'root.ts': '',
      'fixtures/five/package.json': { name: 'five' },
      'a.ts': '',
      'packages/eight/package.json': { name: 'eight', main: './build/src/index.js' },
      'packages/eight/src/index.ts': '',
    },
    {
      'a.ts @acme/one': 'packages/one/src/index.ts',
      'a.ts @acme/one/dist/deep/x': 'packages/one/src/deep/x.ts',
      'a.ts @acme/one/src/deep/x': 'packages/one/src/deep/x.ts',
      'a.ts @acme/one/deep/x': 'packages/one/src/deep/x.ts',
      'a.ts @acme/two': 'packages/two/src/index.mts',
      'a.ts @acme/two/track': 'packages/two/src/track/index.ts',
      'a.ts @acme/two/events/user': 'packages/two/src/events/user.ts',
      'a.ts @acme/two/raw/r.js': 'packages/two/code/r.ts',
      'a.ts @acme/two/legacy/o.js': 'packages/two/old/o.js',
      'a.ts three': 'packages/three/code/main.ts',
      'a.ts four': 'packages/four/index.js',
      'a.ts four/lib/tool': 'packages/four/lib/tool.js',
      'a.ts five': 'packages/five/src/index.tsx',
      'packages/six/index.js six': 'pkg:six',
      'a.ts six': 'packages/six/index.js',
      'a.ts seven': 'pkg:seven',
      'packages/five/src/index.tsx @acme/one': 'packages/one/src/index.ts',
      'a.ts eight': 'packages/eight/src/index.ts',
      'a.ts @acme/none': 'pkg:@acme/none',
    },
  ],
  [
    'imports of package.json',
    {
      'package.json': {
        name: 'app',
        imports: {
          '#internal/*': './src/internal/*.js',
          '#db': { node: 'pg', default: './src/db.js' },
          '#only': 'left-pad/x',
          '#out': '../x.js',
        },
      },
      'src/internal/a.ts': '',
      'src/db.ts': '',
      'src/b.ts': '',
      'x.js': '',
    },
    {
      'src/b.ts #internal/a': 'src/internal/a.ts',
      'src/b.ts #db': 'src/db.ts',
      'src/b.ts #only': 'pkg:left-pad|x',
      'src/b.ts #internal/none': null,
      'src/b.ts #none': null,
    },
  ],
  [
    'aliases in data files',
    {
      '.babelrc': {
        plugins: [
          'other',
          [
            'module-resolver',
            {
              root: ['./source'],
              alias: { '@ui': './source/ui', '^evil(.*)$': './x', underscore: 'lodash' },
            },
          ],
        ],
      },
      'package.json': {
        name: 'app',
        dependencies: { lodash: '1' },
        _moduleAliases: { '@root': '.', '~lib': './lib/code' },
      },
      'source/ui/button.js': '',
      'source/screens/home.js': '',
      'lib/code/index.js': '',
      'a.js': '',
      'lodash.js': '',
    },
    {
      'a.js @ui/button': 'source/ui/button.js',
      'a.js screens/home': 'source/screens/home.js',
      'a.js @root/a': 'a.js',
      'a.js ~lib': 'lib/code/index.js',
      'a.js underscore': 'pkg:underscore',
      'a.js lodash': 'pkg:lodash',
      'a.js @uix/button': 'pkg:@uix/button',
    },
  ],
  [
    'customary aliases without any configuration',
    {
      'package.json': { dependencies: { store: '1' }, devDependencies: { '@types/x': '1' } },
      'src/store/index.js': '',
      'src/actions/user.js': '',
      'src/components/Button/index.vue': '',
      'src/lib/x.ts': '',
      'server/track.js': '',
      'src/a.js': '',
      'src/utils.ts': '',
      'web/package.json': { name: 'web' },
      'web/src/only.ts': '',
      'web/src/b.ts': '',
    },
    {
      'src/a.js @/actions/user': 'src/actions/user.js',
      'src/a.js ~/actions/user': 'src/actions/user.js',
      'src/a.js src/actions/user': 'src/actions/user.js',
      'src/a.js actions/user': 'src/actions/user.js',
      'src/a.js server/track': 'server/track.js',
      'src/a.js @components/Button': 'src/components/Button/index.vue',
      'src/a.js $lib/x': 'src/lib/x.ts',
      'src/a.js utils': 'src/utils.ts',
      'web/src/b.ts @/only': 'web/src/only.ts',
      'web/src/b.ts @/actions/user': 'src/actions/user.js',
      'src/a.js store': 'pkg:store',
      'src/a.js @/none': null,
      'src/a.js ~/none': null,
      'src/a.js actions/none': 'pkg:actions|none',
      'src/a.js util': 'pkg:util',
      'src/a.js react': 'pkg:react',
    },
  ],
];

describe('resolve', () => {
  test.each(table)('%s', (_title, tree, cases) => check(tree, cases));

  test('configurations that extend each other many times over', () => {
    const names = Array.from({ length: 40 }, (_, index) => `c${index}.json`);
    const extending = names.map((name, index) => [
      name,
      { extends: [1, 2, 3].map((step) => `./c${(index + step) % 40}`) },
    ]);
    check(
      {
        ...Object.fromEntries(extending),
        'c7.json': { compilerOptions: { paths: { x: ['y.ts'] } } },
        'tsconfig.json': { extends: './c0' },
        'y.ts': '',
      },
      { 'a.ts x': 'y.ts', 'a.ts y': 'y.ts' },
    );
  });

  test('odd specifiers give an answer', () => {
    const resolver = createModuleResolver(memorySource({ 'a.ts': '', 'package.json': '[]' }));
    for (const specifier of [
      '',
      '?',
      '/',
      '//',
      '@',
      '@/',
      '#',
      '~',
      '*',
      '..',
      '.',
      '\0',
      '__proto__',
      'constructor',
      '@a',
      'x'.repeat(10_000),
      '../'.repeat(5_000),
    ]) {
      expect(['file', 'package', 'missing']).toContain(resolver.resolve('a.ts', specifier).kind);
    }
  });
});
