import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { memorySource } from '../../src/source/memory.js';
import type { Source } from '../../src/source/source.js';
import { workingTreeSource } from '../../src/source/working-tree.js';
import type { TypeShape } from '../../src/types/shape.js';
import type { TypeOracle } from '../../src/types/type-oracle.js';
import { createTypeScriptOracle } from '../../src/types/typescript-oracle.js';

const oracles: TypeOracle[] = [];
const folders: string[] = [];
afterAll(() => {
  for (const oracle of oracles) oracle.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function oracleOf(source: Source): TypeOracle {
  const oracle = createTypeScriptOracle(source);
  oracles.push(oracle);
  return oracle;
}

/** A shape in few words: `User{email: string, name?: string|null, …}`. */
function show(shape: TypeShape | null): string {
  switch (shape?.kind) {
    case undefined:
      return 'null';
    case 'literal':
      return JSON.stringify(shape.value);
    case 'array':
      return `${show(shape.items)}[]`;
    case 'union':
      return shape.options.map(show).sort().join('|');
    case 'object': {
      const fields = shape.fields.map(
        (field) => `${field.name}${field.optional ? '?' : ''}: ${show(field.type)}`,
      );
      return `${shape.name ?? ''}{${[...fields, ...(shape.open ? ['…'] : [])].join(', ')}}`;
    }
    default:
      return shape?.kind ?? 'null';
  }
}

/** The type of the last `/*?*\/expression;` of a file. */
function typeIn(oracle: TypeOracle, files: Record<string, string>, file: string): string {
  const text = files[file] ?? '';
  const start = text.lastIndexOf('/*?*/') + '/*?*/'.length;
  return show(oracle.typeAt({ file, start, end: text.indexOf(';', start) }));
}

const PRELUDE = `
export enum Role { Admin = 'admin', Member = 'member' }
export interface User { id: string; email: string; name?: string | null; born: Date; role: Role; tags: string[]; manager: User | null }
interface Base { a: number } interface Wide extends Base { b: boolean; [key: string]: unknown }
type Box<T> = { value: T; list: T[] };
class Account { constructor(public owner: string, private secret: number) {} greet() { return 1; } }
declare const user: User; declare const input: Pick<User, 'email' | 'born'> & { source?: 'web' | 'app' };
`;

const deep =
  'User{id: string, email: string, name?: null|string, born: date, role: "admin"|"member", tags: string[], manager: User{…}|null}';

describe('one file', () => {
  const table: readonly (readonly [string, string])[] = [
    ['user', deep],
    ['user.email', 'string'],
    ['user.name', 'null|string|undefined'],
    ['user.role', '"admin"|"member"'],
    ['input', '{email: string, born: date, source?: "app"|"web"}'],
    ['({} as Partial<Pick<User, "id" | "email">>)', '{id?: string, email?: string}'],
    ['({} as Partial<{ id: string }>)', '{id?: string}'],
    [
      '({} as Omit<User, "manager" | "email" | "name">)',
      '{id: string, born: date, role: "admin"|"member", tags: string[]}',
    ],
    ['({} as Record<"x" | "y", number>)', '{x: number, y: number}'],
    ['({} as Record<string, number>)', '{…}'],
    ['({} as Wide)', 'Wide{b: boolean, a: number, …}'],
    ['({} as Box<string>)', 'Box{value: string, list: string[]}'],
    ['({} as Base | string)', 'Base{a: number}|string'],
    ['({} as [string, 1])', '1|string[]'],
    ['({} as readonly number[])', 'number[]'],
    ['new Account("x", 1)', 'Account{owner: string, secret: number, greet: function}'],
    ['[user.id]', 'string[]'],
    ['{ a: 1, ...input }', '{email: string, born: date, source?: "app"|"web", a: number}'],
    ['((x: string) => x)', 'function'],
    ['Account', 'function'],
    ['new Date()', 'date'],
    ['new Map<string, string>()', 'Map{…}'],
    ['fetch("x")', 'Promise{…}'],
    ['`a${user.id}`', 'string'],
    ['10n', 'bigint'],
    ['true', 'true'],
    ['!user.name', 'boolean'],
    ['null', 'null'],
    ['(user.id as string & { __brand: 1 })', 'string'],
    ['({} as `id_${string}`)', 'string'],
    ['({} as keyof User)', '"born"|"email"|"id"|"manager"|"name"|"role"|"tags"'],
    ['({} as any)', 'null'],
    ['({} as unknown)', 'null'],
    ['missing.thing', 'null'],
    ['({} as import("not-installed").Thing)', 'null'],
  ];
  test.each(table)('%s is %s', (expression, expected) => {
    const files = { 'a.ts': `${PRELUDE} const it = /*?*/${expression};` };
    const oracle = shared(files);
    expect(typeIn(oracle, files, 'a.ts')).toBe(expected);
  });

  /** One process for the whole table: each expression gets a file of its own in one tree. */
  const all = Object.fromEntries(
    table.map(([expression], index) => [`f${index}.ts`, `${PRELUDE} const it = /*?*/${expression};`]),
  );
  const one = oracleOf(memorySource(all));
  one.expect(Object.keys(all));
  const shared = (files: Record<string, string>): TypeOracle => {
    const name = Object.keys(all).find((file) => all[file] === files['a.ts']) ?? '';
    return { ...one, available: one.available, typeAt: (place) => one.typeAt({ ...place, file: name }) };
  };

  test('type parameters are their constraints', () => {
    const files = {
      'g.ts': `export function f<T extends { id: string }, K>(t: T, k: K) { send(/*?*/t); }`.replace(
        ');',
        ';); //',
      ),
    };
    const text = files['g.ts'];
    const oracle = oracleOf(memorySource(files));
    const start = text.indexOf('/*?*/') + 5;
    expect(show(oracle.typeAt({ file: 'g.ts', start, end: start + 1 }))).toBe('{id: string}');
    const k = text.indexOf('k: K');
    expect(show(oracle.typeAt({ file: 'g.ts', start: k, end: k + 1 }))).toBe('null');
  });

  test('places are UTF-16 offsets, and fields know theirs', () => {
    const text = `const s = 'ä😀'; interface P { größe: number; b: string } declare const p: P;\r\n/*?*/p;`;
    const oracle = oracleOf(memorySource({ 'a.ts': text }));
    const start = text.lastIndexOf('p');
    const shape = oracle.typeAt({ file: 'a.ts', start, end: start + 1 });
    expect(show(shape)).toBe('P{größe: number, b: string}');
    const fields = shape?.kind === 'object' ? shape.fields : [];
    expect(fields.map(({ at }) => at && text.slice(at.start, at.end))).toEqual([
      'größe: number;',
      'b: string',
    ]);
  });

  test('webs of types, wide types and recursion end', () => {
    const wide = Array.from({ length: 500 }, (_, i) => `f${i}: T${i % 7}`).join(';\n');
    const web = Array.from({ length: 7 }, (_, i) => `interface T${i} { ${wide} }`).join('\n');
    const text = `${web}\ntype R = { r: R[]; s: { t: R } }; type U<T> = { u: U<T[]> };\ndeclare const w: T0, r: R, u: U<string>;\n[w, r, u];`;
    const oracle = oracleOf(memorySource({ 'a.ts': text }));
    const at = (name: string) => ({
      file: 'a.ts',
      start: text.lastIndexOf(name),
      end: text.lastIndexOf(name) + 1,
    });
    const shape = oracle.typeAt(at('w'));
    expect(shape).toMatchObject({ kind: 'object', name: 'T0', open: true });
    expect(shape?.kind === 'object' && shape.fields.length).toBe(200);
    expect(show(oracle.typeAt(at('r,')))).toBe('R{r: R{…}[], s: {t: R{…}}}');
    expect(show(oracle.typeAt(at('u]')))).toMatch(/^U\{u: U\{u: U\{u: U\{u: U\{…\}\}\}\}\}$/);
  });

  test('nothing is known of what is not there', () => {
    const oracle = oracleOf(memorySource({ 'a.ts': 'const a = 1;', 'b.json': '{}' }));
    expect(oracle.typeAt({ file: 'none.ts', start: 0, end: 1 })).toBeNull();
    expect(oracle.typeAt({ file: 'a.ts', start: 100, end: 200 })).toBeNull();
    expect(oracle.typeAt({ file: 'b.json', start: 0, end: 1 })).not.toBe(undefined);
  });
});

describe('several files', () => {
  const files = {
    'tsconfig.json':
      '{ "extends": "./base.json", "compilerOptions": { "plugins": [{ "name": "./evil.js" }] } }',
    'base.json':
      '{ "extends": "../../../etc/passwd", "compilerOptions": { "baseUrl": ".", "paths": { "@model/*": ["src/model/*"] } } }',
    'evil.js': 'process.exit(9)',
    'package.json': '{ "name": "root" }',
    'src/model/user.ts':
      'export interface User { email: string; plan: Plan }\nimport type { Plan } from "@acme/plans";',
    'src/global.d.ts':
      'interface Window { tracker: { id: string } }\ndeclare const config: { release: string };',
    'packages/plans/package.json': '{ "name": "@acme/plans", "main": "dist/index.js" }',
    'packages/plans/src/index.ts': 'export type Plan = "free" | "pro";',
    'src/a.ts': 'import type { User } from "@model/user";\ndeclare const u: User;\n/*?*/u;',
    'src/b.ts': 'import type { User } from "src/model/user";\ndeclare const u: User;\n/*?*/u;',
    'src/c.ts': '/*?*/config;',
    'src/d.vue':
      '<template><p>{{ x }}</p></template>\n<script setup lang="ts">\nimport type { User } from "./model/user";\nconst props = defineProps<{ user: User }>();\ndeclare const u: User;\n/*?*/u;\n</script>',
    'src/e.js':
      '/** @param {{ id: string }} x */\nexport function f(x) { /*?*/x; }\nexport const made = { a: 1, b: "x" };',
    'src/f.ts': 'import { made } from "./e.js";\n/*?*/made;',
    'src/g.ts': 'import { shown } from "./h.vue";\n/*?*/shown;',
    'src/h.vue': '<script lang="ts">export const shown = { seen: true };</script>',
    'src/broken.ts':
      'import { nothing } from ;\ninterface X { a: string }\n}}} declare const x: X; /*?*/x; }}}} ((',
    'other/app/src/model.ts': 'export interface M { z: 1 }',
    'other/app/package.json': '{}',
    'other/app/src/a.ts': 'import type { M } from "@/model"; declare const m: M;\n/*?*/m;',
    'other/app/tsconfig.json': '{',
  };
  const oracle = oracleOf(memorySource(files));
  test.each([
    ['src/a.ts', 'User{email: string, plan: "free"|"pro"}'],
    ['src/b.ts', 'User{email: string, plan: "free"|"pro"}'],
    ['src/c.ts', '{release: string}'],
    ['src/d.vue', 'User{email: string, plan: "free"|"pro"}'],
    ['src/e.js', '{id: string}'],
    ['src/f.ts', '{a: number, b: string}'],
    ['src/g.ts', '{seen: boolean}'],
    ['src/broken.ts', 'X{a: string}'],
    ['other/app/src/a.ts', 'M{z: 1}'],
  ])('%s', (file, expected) => {
    expect(typeIn(oracle, files, file)).toBe(expected);
  });

  test('after closing it answers again', () => {
    oracle.close();
    expect(typeIn(oracle, { ...files, 'src/a.ts': files['src/a.ts'] }, 'src/a.ts')).toContain('User');
    const at = files['src/b.ts'].indexOf('u:');
    expect(show(oracle.typeAt({ file: 'src/b.ts', start: at, end: at + 1 }))).toContain('User');
  });
});

describe('on disk', () => {
  const onDisk = (tree: Record<string, string>): string => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'tracklint-types-')));
    folders.push(root);
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  };

  test('installed packages are read, links out of the root are not', () => {
    const outside = onDisk({
      'index.d.ts': 'export interface Secret { token: string }',
      'package.json': '{"name":"outside","types":"index.d.ts"}',
    });
    const files = {
      'tsconfig.json': '{}',
      'package.json': '{}',
      'a.ts': 'import type { Customer } from "shop"; declare const c: Customer;\n/*?*/c;',
      'b.ts': 'import type { Secret } from "outside"; declare const s: Secret;\n/*?*/s;',
      'c.ts': 'import type { Props } from "react"; declare const p: { props: Props; name: string };\n/*?*/p;',
    };
    const root = onDisk({
      ...files,
      'node_modules/shop/package.json': '{ "name": "shop", "types": "types.d.ts" }',
      'node_modules/shop/types.d.ts': 'export interface Customer { phone: string | null }',
      'node_modules/@types/react/index.d.ts': 'export interface Props { children: string; key: string }',
    });
    symlinkSync(outside, join(root, 'node_modules/outside'));
    const oracle = oracleOf(workingTreeSource(root));
    expect(oracle.available).toEqual({ ok: true, reason: null });
    expect(typeIn(oracle, files, 'a.ts')).toBe('Customer{phone: null|string}');
    expect(typeIn(oracle, files, 'b.ts')).toBe('null');
    expect(typeIn(oracle, files, 'c.ts')).toBe('{props: Props{…}, name: string}');
  });

  test('what is missing is said', () => {
    const root = onDisk({ 'a.ts': 'const a = { b: 1 };' });
    const bare = oracleOf(workingTreeSource(root));
    expect(bare.available.ok).toBe(false);
    expect(bare.available.reason).toMatch(/^Dependencies are not installed/);
    expect(show(bare.typeAt({ file: 'a.ts', start: 10, end: 18 }))).toBe('{b: number}');
    mkdirSync(join(root, 'node_modules'));
    expect(oracleOf(workingTreeSource(root)).available.reason).toMatch(/^There is no tsconfig/);
  });
});
