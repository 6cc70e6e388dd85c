import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../src/analysis/analysis-result.js';
import { runAnalysis } from '../../src/analysis/run-analysis.js';
import { change } from './states.js';
import type { Files } from './states.js';

const LIMITS = { timeoutMs: 60_000, memoryMegabytes: 1_500 };
const directory = mkdtempSync(join(tmpdir(), 'tracklint-hostile-'));
const canary = join(directory, 'canary');
let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

/** What would leave a trace if anything ran it. */
const payload = (): string =>
  `require('node:fs').writeFileSync(${JSON.stringify(canary)}, 'x'); fetch('http://127.0.0.1:${port}/'); process.exit(0);`;

const BASE: Files = {
  'src/analytics.ts': `import mixpanel from 'mixpanel-browser';
export function trackEvent(name: string, properties: Record<string, unknown>) {
  mixpanel.track(name, properties);
}
`,
  'package.json': '{"dependencies":{"mixpanel-browser":"2"}}',
};
const BAD = `import { trackEvent } from './analytics';
export function signUp(user: { email: string }) {
  trackEvent('Signed Up', { email: user.email });
}
`;

const analyse = async (head: Files, base: Files = {}): Promise<AnalysisResult> =>
  runAnalysis(await change({ ...BASE, ...base }, { 'src/sign-up.ts': BAD, ...head }), LIMITS);

/** Findings as `rule file:line`. */
const found = ({ findings }: AnalysisResult): readonly string[] =>
  findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`);

const EXPECTED = ['no-pii src/sign-up.ts:3'];

const times = (count: number, text: string): string => text.repeat(count);
const nested = (count: number, open: string, close: string, inner = '1'): string =>
  `${times(count, open)}${inner}${times(count, close)}`;
const YAML_BOMB = [
  'a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]',
  ...'bcdefghij'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(',')}]`),
].join('\n');
const plan = (text: string): Files => ({
  'tracklint.config.json': JSON.stringify({ plan: { path: 'plan.yaml' } }),
  'plan.yaml': text,
});

describe('a hostile repository', () => {
  const silent: Readonly<Record<string, () => Files>> = {
    'configuration of ESLint': () => ({
      'eslint.config.js': payload(),
      'eslint.config.mjs': payload(),
      '.eslintrc.js': payload(),
      '.eslintrc.json': '{"plugins":["evil"],"parser":"./evil.js","extends":["./evil.js"]}',
      'node_modules/eslint-plugin-evil/index.js': payload(),
      'tracklint.config.js': payload(),
      'tracklint.config.ts': payload(),
      '.babelrc.js': payload(),
      '.prettierrc.js': payload(),
      'vite.config.ts': payload(),
      '.pnp.cjs': payload(),
      '.npmrc': `registry=http://127.0.0.1:8/`,
    }),
    'scripts of package.json': () => ({
      'package.json': JSON.stringify({
        scripts: { preinstall: payload(), install: payload(), postinstall: payload(), prepare: payload() },
        main: './evil.js',
        exports: '../../../../etc/passwd',
        dependencies: { 'mixpanel-browser': '2', evil: `http://127.0.0.1:8/evil.tgz` },
      }),
      'evil.js': payload(),
    }),
    'a tsconfig that leads out': () => ({
      'tsconfig.json': JSON.stringify({
        extends: ['/etc/passwd', '../../../../../../etc/passwd', './tsconfig.json', './loop.json'],
        compilerOptions: {
          plugins: [{ name: './evil.js', transform: './evil.js' }],
          baseUrl: '../../../..',
          paths: { '*': ['/etc/*', '../../../*'], './analytics': ['/etc/passwd'] },
          typeRoots: ['/etc'],
          rootDirs: ['/', '..'],
        },
        references: [{ path: '../../../..' }, { path: '/etc' }],
        include: ['/etc/**/*', '../../**/*'],
      }),
      'loop.json': '{"extends":"./tsconfig.json"}',
      'evil.js': payload(),
      'src/passwd.ts':
        "import passwd from '../../../../../../etc/passwd'; import '/etc/passwd'; export default passwd;",
    }),
    'a tsconfig that is no JSON': () => ({ 'tsconfig.json': nested(100_000, '[', ']') }),
    'a package.json that is no JSON': () => ({ 'web/package.json': nested(100_000, '{"a":', '}') }),
    'keys that are not what they seem, in a tsconfig': () => ({
      'tsconfig.json':
        '{"compilerOptions":{"__proto__":{"paths":{"*":["x"]}},"paths":{"__proto__":["./x"],"constructor":["y"]}}}',
    }),
    'a line of 10 MB': () => ({ 'src/long.ts': `${BAD}export const a = '${times(10_000_000, 'x')}';` }),
    'a minified file': () => ({
      'public/vendor.min.js': `!function(){${times(5_000, 'mixpanel.track("x",{email:e});')}}()`,
    }),
    'binary files': () => ({
      'src/binary.ts': Buffer.from([0, 1, 2, 3, 0xff, 0xfe, ...Buffer.from(BAD)]),
      'src/nul.ts': `\0${BAD}`,
      'src/utf16.ts': Buffer.from(`\ufeff${BAD}`, 'utf16le'),
      'src/invalid.ts': Buffer.concat([
        Buffer.from('// '),
        Buffer.from([0xc3, 0x28, 0xa0, 0xff]),
        Buffer.from('\nexport {};\n'),
      ]),
      'src/empty.ts': '',
    }),
    'a cycle of 5,000 imports': () =>
      Object.fromEntries(
        Array.from({ length: 5_000 }, (_, index) => [
          `src/cycle/m${index}.ts`,
          `import { f as g } from './m${(index + 1) % 5_000}';\nexport const f = (name: string) => g(name);\n`,
        ]),
      ),
    'a barrel of 2,000 re-exports': () => ({
      'src/barrel.ts': Array.from(
        { length: 2_000 },
        (_, index) => `export * from './barrel/m${index}';`,
      ).join('\n'),
      ...Object.fromEntries(
        Array.from({ length: 2_000 }, (_, index) => [
          `src/barrel/m${index}.ts`,
          `export * from '../barrel';\nexport const v${index} = 1;\n`,
        ]),
      ),
      'src/use.ts': "import { nothing, v7 } from './barrel';\nnothing(v7);\n",
    }),
    'a chain of 500 wrappers': () => ({
      'src/chain.ts': [
        "import { trackEvent } from './analytics';",
        'const f0 = (name: string) => trackEvent(name, { count: 1 });',
        ...Array.from(
          { length: 500 },
          (_, index) => `const f${index + 1} = (name: string) => f${index}(name);`,
        ),
      ].join('\n'),
    }),
    'a suppression without end': () => ({
      'src/comment.ts': `// eslint-disable ${times(100_000, 'mixpanel/x,')}\n/* ${times(100_000, '/*')} */`,
    }),
  };

  it.each(Object.entries(silent))('changes nothing by %s', async (_, files) => {
    expect(found(await analyse(files()))).toEqual(EXPECTED);
    expect([existsSync(canary), connections]).toEqual([false, 0]);
  });

  /** Ending of the file, and what stands in it behind a call that has to be found. */
  const deep: Readonly<Record<string, readonly [string, string]>> = {
    'deep parentheses': ['ts', `export const a = ${nested(10_000, '(', ')')};`],
    'deep arrays': ['ts', `export const a = ${nested(10_000, '[', ']')};`],
    'deep objects': ['ts', `export const a = ${nested(10_000, '{a:', '}')};`],
    'deep blocks': ['ts', nested(10_000, 'if (a) {', '}', 'b()')],
    'deep functions': ['ts', nested(10_000, '() => ', '', '1')],
    'deep JSX': ['tsx', `export const a = ${nested(10_000, '<a>', '</a>', 'x')};`],
    'deep calls': ['ts', `export const a = f${times(10_000, '(1)')};`],
    'deep members': ['ts', `export const a = f${times(10_000, '.a')};`],
    'a long sum': ['ts', `export const a = ${times(20_000, "'a' + ")}'b';`],
    'a long choice': ['ts', `export const a = ${times(10_000, 'a ? b : ')}c;`],
    'deep templates': ['ts', `export const a = ${nested(5_000, '`${', '}`')};`],
    'deep types': ['ts', `export type A = ${nested(10_000, 'Array<', '>', 'string')};`],
    'deep Vue': ['vue', `<template>${nested(10_000, '<div>', '</div>', 'x')}</template>`],
    'a long chain of else': ['ts', `${times(10_000, 'if (a) b(); else ')}c();`],
  };

  it('says so where it cannot look behind a depth, and judges the rest', async () => {
    const files = Object.entries(deep).map(([name, [ending, text]]): readonly [string, string] => [
      `src/${name.replaceAll(' ', '-')}.${ending}`,
      ending === 'vue' ? `${text}\n<script>\n${BAD}</script>\n` : BAD + text,
    ]);
    const result = await analyse(Object.fromEntries(files));
    expect(found(result)).toContain(EXPECTED[0]);
    const told = new Set([...result.findings, ...result.notices].map(({ file }) => file));
    expect(files.map(([file]) => file).filter((file) => !told.has(file))).toEqual([]);
  });

  const config: Readonly<Record<string, Files>> = {
    'a YAML bomb': { 'tracklint.config.yaml': YAML_BOMB },
    'deep YAML': { 'tracklint.config.yaml': `a: ${nested(20_000, '[', ']')}` },
    'deep JSON': { 'tracklint.config.json': nested(100_000, '{"rules":', '}') },
    'deep lists': { 'tracklint.config.json': nested(100_000, '[', ']') },
    'a tag that makes a function': {
      'tracklint.config.yaml': 'rules: !!js/function "function () { process.exit(0) }"',
    },
    'a merge key': { 'tracklint.config.yaml': 'a: &a {__proto__: {x: 1}}\n<<: *a' },
    'a prototype': {
      'tracklint.config.json': '{"__proto__":{"rules":{"no-pii":"off"}},"constructor":{"prototype":{"x":1}}}',
    },
    'a prototype in YAML': { 'tracklint.config.yaml': '__proto__: { rules: { no-pii: "off" } }' },
    'a pattern that never ends': {
      'tracklint.config.json': JSON.stringify({
        pii: { neverLog: ['(a+)+$', '^(([a-z])+.)+[A-Z]([a-z])+$'] },
        ignore: [`${times(500, '{a,b}')}`, `${times(200, '**/*')}x`],
      }),
    },
    'a plan that leads out': {
      'tracklint.config.json': JSON.stringify({ plan: { path: '../../../../etc/passwd' } }),
    },
    'a baseline that leads out': { 'tracklint.config.json': JSON.stringify({ baseline: '/etc/passwd' }) },
    'a baseline with a prototype': {
      'tracklint-baseline.json': '{"version":1,"entries":[],"__proto__":{"entries":[{"fingerprint":"x"}]}}',
    },
    'a deep baseline': { 'tracklint-baseline.json': nested(100_000, '[', ']') },
  };

  it.each(Object.entries(config))(
    'changes nothing by a configuration with %s in the head',
    async (_, files) => {
      expect(found(await analyse(files))).toEqual(EXPECTED);
    },
  );

  it.each(Object.entries(config))(
    'judges or says why not, if the base has a configuration with %s',
    async (_, files) => {
      const before = performance.now();
      try {
        expect(found(await analyse({}, files))).toEqual(EXPECTED);
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-configuration' });
      }
      expect(performance.now() - before).toBeLessThan(20_000);
    },
  );

  const plans: Readonly<Record<string, string>> = {
    'a YAML bomb': YAML_BOMB,
    depth: `events: ${nested(20_000, '[', ']')}`,
    'a tag': 'events: !!js/function "x"',
    prototypes:
      'events:\n  - name: __proto__\n    properties: { __proto__: { type: string }, constructor: { type: string } }',
  };

  it('finds what stands in files with strange names, and names these as they are', async () => {
    const names = [
      ...[
        'line\nbreak',
        'quote"quote\'`',
        'back\\slash',
        'tab\there',
        '\u202egnp.exe',
        '\u200bzero',
        'emoji 👩‍💻',
        '$(touch x)',
      ],
      ...[
        '..a/b',
        '...',
        '-rf',
        ' space ',
        '__proto__',
        'constructor',
        '%2e%2e',
        'a:b|c*?',
        '<!-- x -->',
        '@someone',
        `${'n'.repeat(200)}`,
      ],
    ].map((name) => `src/${name}.ts`);
    const long = `src/${times(1_200, 'abc/')}long.ts`;
    const text = BAD.replace("'./analytics'", "'@/analytics'");
    const tsconfig = '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}';
    const files = Object.fromEntries([...names, long].map((name) => [name, text]));
    const result = await analyse({ ...files, 'src/sign-up.ts': 'export {};' }, { 'tsconfig.json': tsconfig });
    expect(result.findings.map(({ file }) => file).sort()).toEqual(
      [...names, long.slice(0, 4_095) + '…'].sort(),
    );
  });

  it.each(Object.entries(plans))('judges or says why not, if the tracking plan has %s', async (_, text) => {
    const changes: readonly (readonly [Files, Files])[] = [
      [plan(text), {}],
      [{}, plan(text)],
      [{ 'plan.yaml': text }, plan('events: {}')],
    ];
    for (const [head, base] of changes) {
      try {
        expect(found(await analyse(head, base))).toContain(EXPECTED[0]);
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-configuration' });
      }
    }
  });
});
