import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProjects } from '../../src/project/projects.js';
import { projectOnDisk } from '../lint/project-on-disk.js';

const WRAPPER = `import mixpanel from 'mixpanel-browser';
export function record(name, properties) {
  mixpanel.track(name, properties);
}
`;
const NO_WRAPPER = 'export function record() {}\n';
const CALLER = `import { record } from './record';
export const signUp = (user) => record('Signed Up', { email: user.email });
`;
const DIRECT = `import mixpanel from 'mixpanel-browser';
mixpanel.track('Signed Up', { email: user.email });
`;
const files = { 'src/record.js': WRAPPER, 'src/sign-up.js': CALLER };
const PERSONAL = ['no-pii 2'];

interface Lint {
  /** What the editor has; left out, what is on disk. */
  readonly text?: string;
  readonly settings?: unknown;
  readonly hasBOM?: boolean;
  readonly cwd?: string;
}

/** An editor in which no time passes, so that nothing can be noticed by waiting for it. */
function openEditor(root: string, now = () => 0) {
  const projects = createProjects(now);
  const review = (path: string, { text, settings, hasBOM = false, cwd = root }: Lint = {}) =>
    projects.reviewOf({
      filename: join(root, path),
      cwd,
      settings: settings === undefined ? {} : { mixpanel: settings },
      sourceCode: { ast: {}, hasBOM, text: text ?? readFileSync(join(root, path), 'utf8') },
    });
  return {
    failureOf: (path: string, lint?: Lint) => review(path, lint).failure,
    /** Rule and line of the findings; a failure fails the test. */
    lint(path: string, lint?: Lint): readonly string[] {
      const { findings, failure } = review(path, lint);
      expect(failure).toBeNull();
      return findings.map(({ finding }) => `${finding.rule} ${finding.line}`);
    },
    read: (path: string): string => readFileSync(join(root, path), 'utf8'),
    save(path: string, text: string): void {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path: string): void => rmSync(join(root, path), { recursive: true }),
  };
}

const open = (texts: Readonly<Record<string, string>>) => openEditor(projectOnDisk(texts));

describe('the buffer counts and not the disk', () => {
  it('where it has something to report that was not saved', () => {
    const editor = open({ ...files, 'src/sign-up.js': 'export {};\n' });
    expect(editor.lint('src/sign-up.js', { text: CALLER })).toEqual(PERSONAL);
    expect(editor.lint('src/sign-up.js')).toEqual([]);
  });

  it('where what was saved has something to report', () => {
    const editor = open(files);
    expect(editor.lint('src/sign-up.js')).toEqual(PERSONAL);
    expect(editor.lint('src/sign-up.js', { text: CALLER.replace('email: user.email', 'plan: 1') })).toEqual(
      [],
    );
    expect(editor.lint('src/sign-up.js', { text: '' })).toEqual([]);
    expect(editor.lint('src/sign-up.js')).toEqual(PERSONAL);
  });

  it('with every state that is typed, also one that cannot be parsed', () => {
    const editor = open(files);
    for (let end = CALLER.length; end > 0; end -= 7) {
      expect(editor.failureOf('src/sign-up.js', { text: CALLER.slice(0, end) })).toBeNull();
    }
    expect(editor.lint('src/sign-up.js', { text: `\n${CALLER}` })).toEqual(['no-pii 3']);
  });

  it('also of a wrapper: what the editor has of it is judged in itself', () => {
    const editor = open(files);
    expect(editor.lint('src/record.js', { text: DIRECT })).toEqual(PERSONAL);
    // The other file is judged by the disk, where the wrapper is still there.
    expect(editor.lint('src/sign-up.js')).toEqual(PERSONAL);
  });

  it('of a file that was never saved, and that imports what is on disk', () => {
    const editor = open({ 'src/record.js': WRAPPER });
    expect(editor.lint('src/new.js', { text: CALLER })).toEqual(PERSONAL);
    expect(editor.lint('src/deep/er/new.js', { text: CALLER.replace('./', '../../') })).toEqual(PERSONAL);
    expect(editor.lint('src/elsewhere/new.js', { text: CALLER })).toEqual([]);
  });

  it('is without byte order mark, and places are where ESLint has them', () => {
    const editor = open({ ...files, 'src/sign-up.js': `\uFEFF${CALLER}` });
    expect(editor.lint('src/sign-up.js', { text: CALLER, hasBOM: true })).toEqual(PERSONAL);
    expect(editor.lint('src/sign-up.js', { text: DIRECT.slice(0, 46), hasBOM: true })).toEqual([]);
  });
});

describe('what changes on disk is seen at the next lint', () => {
  const PLAN = `version: 1
events:
  Signed Up:
    description: When an account is made.
    properties:
      plan: { type: number, description: The number of the plan }
`;
  it.each<{
    readonly name: string;
    readonly before: Readonly<Record<string, string>>;
    readonly change: (editor: ReturnType<typeof openEditor>) => void;
    readonly found: readonly [readonly string[], readonly string[]];
  }>([
    {
      name: 'a wrapper that no longer tracks',
      before: files,
      change: (editor) => editor.save('src/record.js', NO_WRAPPER),
      found: [PERSONAL, []],
    },
    {
      name: 'a function that becomes a wrapper',
      before: { ...files, 'src/record.js': NO_WRAPPER },
      change: (editor) => editor.save('src/record.js', WRAPPER),
      found: [[], PERSONAL],
    },
    {
      name: 'a wrapper of a wrapper',
      before: {
        'src/sdk.js': WRAPPER,
        'src/record.js': `export { record } from './sdk';\n`,
        'src/sign-up.js': CALLER,
      },
      change: (editor) => editor.save('src/sdk.js', NO_WRAPPER),
      found: [PERSONAL, []],
    },
    {
      name: 'a constant with the name of a property',
      before: {
        ...files,
        'src/keys.js': `export const KEY = 'plan';\n`,
        'src/sign-up.js': `import { record } from './record';
import { KEY } from './keys';
export const signUp = (value) => record('Signed Up', { [KEY]: value });
`,
      },
      change: (editor) => editor.save('src/keys.js', `export const KEY = 'email_address';\n`),
      found: [[], ['no-pii 3']],
    },
    {
      name: 'a wrapper that is removed',
      before: files,
      change: (editor) => editor.remove('src/record.js'),
      found: [PERSONAL, []],
    },
    {
      name: 'a folder that is removed',
      before: {
        'src/lib/record.js': WRAPPER,
        'src/sign-up.js': CALLER.replace('./record', './lib/record'),
      },
      change: (editor) => editor.remove('src/lib'),
      found: [PERSONAL, []],
    },
    {
      name: 'a file that comes to be',
      before: { 'src/sign-up.js': CALLER },
      change: (editor) => editor.save('src/record.js', WRAPPER),
      found: [[], PERSONAL],
    },
    {
      name: 'a file that comes to be in a new folder of a folder of folders',
      before: {
        'packages/web/src/sign-up.js': '',
        'src/sign-up.js': CALLER.replace('./record', '../packages/new/src/record'),
      },
      change: (editor) => editor.save('packages/new/src/record.js', WRAPPER),
      found: [[], PERSONAL],
    },
    {
      name: 'a configuration that comes to be',
      before: files,
      change: (editor) => editor.save('tracklint.config.json', '{ "rules": { "no-pii": "off" } }'),
      found: [PERSONAL, []],
    },
    {
      name: 'a configuration that changes',
      before: { ...files, 'tracklint.config.json': '{ "pii": { "allow": ["email"] } }' },
      change: (editor) => editor.save('tracklint.config.json', '{}'),
      found: [[], PERSONAL],
    },
    {
      name: 'a configuration that is removed',
      before: { ...files, 'tracklint.config.yaml': 'pii: { allow: [email] }' },
      change: (editor) => editor.remove('tracklint.config.yaml'),
      found: [[], PERSONAL],
    },
    {
      name: 'the linted file itself, which did not track before',
      before: { ...files, 'src/sign-up.js': 'export const signUp = () => 1;\n' },
      change: (editor) => editor.save('src/sign-up.js', CALLER),
      found: [[], PERSONAL],
    },
    {
      name: 'aliases of the compiler options',
      before: {
        ...files,
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@r": ["./src/other.js"] } } }',
        'src/sign-up.js': CALLER.replace('./record', '@r'),
      },
      change: (editor) =>
        editor.save('tsconfig.json', '{ "compilerOptions": { "paths": { "@r": ["./src/record.js"] } } }'),
      found: [[], PERSONAL],
    },
    {
      name: 'a tracking plan that changes',
      before: {
        ...files,
        'src/sign-up.js': CALLER.replace('email: user.email', 'plan: 1'),
        'tracklint.config.json': '{ "plan": "plan.yaml" }',
        'plan.yaml': PLAN,
      },
      change: (editor) => editor.save('plan.yaml', PLAN.replace('Signed Up', 'Signed Out')),
      found: [[], ['registered-event 2']],
    },
  ])('$name', ({ before, change, found: [first, second] }) => {
    const editor = open(before);
    expect(editor.lint('src/sign-up.js')).toEqual(first);
    expect(editor.lint('src/sign-up.js')).toEqual(first);
    change(editor);
    expect(editor.lint('src/sign-up.js')).toEqual(second);
    // The same with a buffer that was not saved, which has a way of its own.
    const text = `${editor.read('src/sign-up.js')}// edited\n`;
    expect(editor.lint('src/sign-up.js', { text })).toEqual(second);
  });
});

function openRepository(texts: Readonly<Record<string, string>>) {
  const root = projectOnDisk(texts);
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    [...author, 'commit', '-qm', 'all'],
  ])
    execFileSync('git', args, { cwd: root });
  return openEditor(root);
}

describe('what comes to track only now is seen while the file that imports it is typed', () => {
  /** With so much besides it, a change is judged by what it reaches. */
  const elsewhere = Object.fromEntries(
    Array.from({ length: 20 }, (_, n) => [`src/elsewhere/module-${n}.js`, DIRECT]),
  );
  const CALLER_OF = (specifier: string): string => CALLER.replace('./record', specifier);
  it.each<{
    readonly name: string;
    readonly before: Readonly<Record<string, string>>;
    readonly specifier: string;
    readonly path: string;
  }>([
    { name: 'a file that is imported', before: {}, specifier: './record', path: 'src/record.js' },
    {
      name: 'a file behind a barrel',
      before: { 'src/lib/index.js': `export * from './record';\n` },
      specifier: './lib',
      path: 'src/lib/record.js',
    },
    {
      name: 'a file behind two others',
      before: {
        'src/lib/index.js': `export { record } from './a';\n`,
        'src/lib/a.js': `const { record } = require("./record.js");\nmodule.exports = { record };\n`,
      },
      specifier: './lib/index.js',
      path: 'src/lib/record.js',
    },
    {
      name: 'a file behind an alias',
      before: { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }' },
      specifier: '@/deep/record',
      path: 'src/deep/record.js',
    },
    {
      name: 'a file of another package',
      before: {
        'package.json': '{ "workspaces": ["packages/*"] }',
        'packages/analytics/package.json': '{ "name": "@shop/analytics", "main": "src/index.js" }',
        'packages/analytics/src/index.js': `export * from './record';\n`,
      },
      specifier: '@shop/analytics',
      path: 'packages/analytics/src/record.js',
    },
  ])('$name', ({ before, specifier, path }) => {
    const callers = { 'src/sign-up.js': 'export {};\n', 'src/other.js': WRAPPER };
    const editor = openRepository({ ...elsewhere, ...before, [path]: NO_WRAPPER, ...callers });
    const text = (edit: number): string => `${CALLER_OF(specifier)}// edit ${edit}\n`;
    expect(editor.lint('src/sign-up.js', { text: text(1) })).toEqual([]);
    editor.save(path, WRAPPER);
    expect(editor.lint('src/sign-up.js', { text: text(2) })).toEqual(PERSONAL);
    editor.save(path, NO_WRAPPER);
    expect(editor.lint('src/sign-up.js', { text: text(3) })).toEqual([]);
  });

  it('a global that nobody imports', () => {
    const text = (edit: number): string =>
      `// edit ${edit}\nwindow.sendEvent('Signed Up', { email: user.email });\n`;
    const editor = openRepository({ ...elsewhere, 'src/setup.js': NO_WRAPPER, 'src/sign-up.js': '' });
    expect(editor.lint('src/sign-up.js', { text: text(1) })).toEqual([]);
    editor.save(
      'src/setup.js',
      `import mixpanel from 'mixpanel-browser';
window.sendEvent = (name, properties) => mixpanel.track(name, properties);
`,
    );
    expect(editor.lint('src/sign-up.js', { text: text(2) })).toEqual(PERSONAL);
  });
});

describe('settings.mixpanel', () => {
  it('has the keys of the configuration file', () => {
    const editor = open(files);
    expect(editor.lint('src/sign-up.js', { settings: { pii: { allow: ['email'] } } })).toEqual([]);
    expect(editor.lint('src/sign-up.js', { settings: { rules: { 'no-pii': 'off' } } })).toEqual([]);
    expect(editor.lint('src/sign-up.js', { settings: {} })).toEqual(PERSONAL);
    expect(editor.lint('src/sign-up.js')).toEqual(PERSONAL);
  });

  it('takes the place of the file key by key, and leaves its other keys', () => {
    const editor = open({
      ...files,
      'src/late.js': `import { record } from './record';
export const late = (at) => record('Late', { at: at.toISOString(), email: at.email });
`,
      'tracklint.config.json': '{ "pii": { "allow": ["email"] }, "rules": { "unix-ms-time": "off" } }',
    });
    expect(editor.lint('src/late.js')).toEqual([]);
    expect(editor.lint('src/late.js', { settings: { rules: {} } })).toEqual(['unix-ms-time 2']);
    expect(editor.lint('src/late.js', { settings: { pii: { allow: [] } } })).toEqual(['no-pii 2']);
  });

  it('counts for text that belongs to no file too', () => {
    const projects = createProjects(() => 0);
    const found = (settings: Readonly<Record<string, unknown>>) =>
      projects.reviewOf({
        filename: '<input>',
        cwd: '/',
        settings,
        sourceCode: { ast: {}, text: DIRECT, hasBOM: false },
      }).findings.length;
    expect(found({})).toBe(1);
    expect(found({ mixpanel: { pii: { allow: ['email'] } } })).toBe(0);
    expect(found({ other: { pii: 7 } })).toBe(1);
  });
});

describe('what cannot be used is one sentence and never an exception', () => {
  it.each<readonly [string, unknown, RegExp]>([
    ['a key that does not exist', { plann: 'x' }, /^settings\.mixpanel: .*"plann".*"plan"/],
    ['a rule that does not exist', { rules: { 'no-pi': 'off' } }, /"no-pi".*"no-pii"/],
    ['a value of another type', { ignore: 'src' }, /settings\.mixpanel: /],
    ['a list', ['plan'], /settings\.mixpanel: /],
    ['text', 'plan', /settings\.mixpanel: /],
    ['null', null, /settings\.mixpanel: /],
    ['a function', () => 1, /settings\.mixpanel: /],
    ['a pattern that is none', { eventNames: { pattern: '(' } }, /settings\.mixpanel: /],
    ['a plan that is not there', { plan: 'absent.yaml' }, /absent\.yaml/],
  ])('settings: %s', (_, settings, reason) => {
    const editor = open(files);
    expect(editor.failureOf('src/sign-up.js', { settings })).toMatch(reason);
    expect(editor.failureOf('src/sign-up.js', { settings })).not.toContain('\n');
    expect(editor.lint('src/sign-up.js')).toEqual(PERSONAL);
  });

  it('settings that refer to themselves', () => {
    const settings: Record<string, unknown> = {};
    settings['plan'] = settings;
    expect(open(files).failureOf('src/sign-up.js', { settings })).not.toBeNull();
  });

  it.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
    ['no JSON', { 'tracklint.config.json': '{ "plan": ' }, /^tracklint\.config\.json:1: /],
    ['a key that does not exist', { 'tracklint.config.yaml': '\nplann: x' }, /^tracklint\.config\.yaml:2: /],
    [
      'two of them',
      { 'tracklint.config.json': '{}', 'tracklint.config.yaml': '{}' },
      /tracklint\.config\.yaml exists too/,
    ],
    ['a plan that is not there', { 'tracklint.config.json': '{ "plan": "absent.yaml" }' }, /absent\.yaml/],
    [
      'a plan that is none',
      { 'tracklint.config.json': '{ "plan": "plan.yaml" }', 'plan.yaml': 'events: 7' },
      /plan\.yaml:1/,
    ],
  ])('a configuration: %s, and mending it is seen at the next lint', (_, broken, reason) => {
    const editor = open({ ...files, ...broken });
    expect(editor.failureOf('src/sign-up.js')).toMatch(reason);
    expect(editor.failureOf('src/sign-up.js', { text: `${CALLER}\n` })).toMatch(reason);
    for (const path of Object.keys(broken)) editor.remove(path);
    expect(editor.lint('src/sign-up.js', { text: `${CALLER}// mended\n` })).toEqual(PERSONAL);
    expect(editor.lint('src/sign-up.js')).toEqual(PERSONAL);
  });

  it('a configuration that breaks while files are open, and is mended', () => {
    const editor = open({ ...files, 'tracklint.config.json': '{}' });
    expect(editor.lint('src/sign-up.js')).toEqual(PERSONAL);
    editor.save('tracklint.config.json', '{ "plan": ');
    expect(editor.failureOf('src/sign-up.js')).toMatch(/tracklint\.config\.json/);
    expect(editor.failureOf('src/record.js')).toMatch(/tracklint\.config\.json/);
    editor.save('tracklint.config.json', '{ "pii": { "allow": ["email"] } }');
    expect(editor.lint('src/sign-up.js')).toEqual([]);
  });
});

describe('which files are reviewed', () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>]>([
    ['ignored by git', 'build/sign-up.js', { '.gitignore': 'build/\n' }],
    [
      'ignored by the configuration',
      'old/sign-up.js',
      { 'tracklint.config.json': '{ "ignore": ["old/**"] }' },
    ],
    ['a test', 'src/sign-up.test.js', {}],
    ['generated', 'src/sign-up.min.js', {}],
    ['of somebody else', 'node_modules/acme/sign-up.js', {}],
  ])('%s: nothing is found, neither saved nor edited', (_, path, others) => {
    const editor = open({ ...others, [path]: DIRECT, 'src/direct.js': DIRECT });
    expect(editor.lint(path)).toEqual([]);
    expect(editor.lint(path, { text: `${DIRECT}\n` })).toEqual([]);
    expect(editor.lint('src/direct.js')).toEqual(PERSONAL);
  });

  it('a file outside of the working directory is judged by the project that it lies in', () => {
    const here = projectOnDisk({ 'src/record.js': NO_WRAPPER });
    const there = projectOnDisk(files);
    const editor = openEditor(there);
    expect(editor.lint('src/sign-up.js', { cwd: here })).toEqual(PERSONAL);
    expect(editor.lint('src/new.js', { cwd: here, text: CALLER })).toEqual(PERSONAL);
  });

  it('a host that runs at the top of the disk does not mean the whole disk', () => {
    expect(open(files).lint('src/sign-up.js', { cwd: '/' })).toEqual(PERSONAL);
  });

  it('a file of a folder of the project is judged by the whole project', () => {
    const root = projectOnDisk({
      'lib/record.js': WRAPPER,
      'app/sign-up.js': CALLER.replace('./', '../lib/'),
    });
    expect(openEditor(root).lint('app/sign-up.js', { cwd: join(root, 'app') })).toEqual(PERSONAL);
  });

  it('a folder that is reached over a link is the same project', () => {
    const root = projectOnDisk(files);
    const link = join(realpathSync(mkdtempSync(join(tmpdir(), 'link-'))), 'project');
    onTestFinished(() => rmSync(dirname(link), { recursive: true }));
    symlinkSync(root, link);
    expect(openEditor(link).lint('src/sign-up.js')).toEqual(PERSONAL);
    expect(openEditor(link).lint('src/new.js', { text: CALLER })).toEqual(PERSONAL);
    expect(openEditor(link).lint('src/sign-up.js', { cwd: root })).toEqual(PERSONAL);
    expect(openEditor(root).lint('src/sign-up.js', { cwd: link })).toEqual(PERSONAL);
  });

  it('a project needs no repository', () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'no-repository-')));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const editor = openEditor(root);
    for (const [path, text] of Object.entries(files)) editor.save(path, text);
    expect(editor.lint('src/sign-up.js')).toEqual(PERSONAL);
    editor.save('src/record.js', NO_WRAPPER);
    expect(editor.lint('src/sign-up.js')).toEqual([]);
  });

  it('text that belongs to no file is judged by itself', () => {
    const projects = createProjects(() => 0);
    const rulesIn = (text: string) =>
      projects
        .reviewOf({
          filename: '<input>',
          cwd: '/',
          settings: {},
          sourceCode: { ast: {}, text, hasBOM: false },
        })
        .findings.map(({ finding }) => finding.rule);
    expect(rulesIn(DIRECT)).toEqual(['no-pii']);
    expect(rulesIn(CALLER)).toEqual([]);
  });
});

describe('many files in one run', () => {
  it('of which each has its own findings, though the host has one `sourceCode` for all of them', () => {
    const root = projectOnDisk({ ...files, 'src/direct.js': DIRECT });
    const projects = createProjects(() => 0);
    const sourceCode = { ast: {}, text: '', hasBOM: false };
    const lint = (path: string) => {
      sourceCode.text = readFileSync(join(root, path), 'utf8');
      sourceCode.ast = {};
      const file = { filename: join(root, path), cwd: root, settings: {}, sourceCode };
      return projects.reviewOf(file).findings.map(({ finding }) => `${finding.file} ${finding.rule}`);
    };
    expect(lint('src/direct.js')).toEqual(['src/direct.js no-pii']);
    expect(lint('src/record.js')).toEqual([]);
    expect(lint('src/sign-up.js')).toEqual(['src/sign-up.js no-pii']);
    writeFileSync(join(root, 'src/record.js'), NO_WRAPPER);
    expect(lint('src/sign-up.js')).toEqual([]);
  });

  it('sees what happened since the run before, though nothing was linted twice in a row', () => {
    const editor = open({ ...files, 'src/direct.js': DIRECT });
    const run = () => ['src/direct.js', 'src/record.js', 'src/sign-up.js'].map((path) => editor.lint(path));
    expect(run()).toEqual([PERSONAL, [], PERSONAL]);
    editor.save('src/record.js', NO_WRAPPER);
    expect(run()).toEqual([PERSONAL, [], []]);
  });

  it('all rules of one lint share one review', () => {
    const root = projectOnDisk(files);
    const projects = createProjects(() => 0);
    const sourceCode = { ast: {}, text: CALLER, hasBOM: false };
    const file = { filename: join(root, 'src/sign-up.js'), cwd: root, settings: {}, sourceCode };
    expect(projects.reviewOf({ ...file })).toBe(projects.reviewOf({ ...file }));
  });
});
