import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCompiled } from '../src/compiled-script.js';

interface Script {
  square(value: number): number;
  readonly where: string;
}

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tracklint-compiled-'));
  path = join(directory, 'script.cjs');
  writeScript('value * value');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function writeScript(body: string): void {
  writeFileSync(
    path,
    `const { sep } = require('node:path');
exports.square = (value) => ${body}; // “twice”
exports.where = __filename + sep;`,
  );
}

const kept = (): readonly string[] => readdirSync(join(directory, 'compiled'));
const keptBytes = (): Buffer => readFileSync(join(directory, 'compiled', kept()[0] ?? ''));

function run(work = 'review'): number {
  const { exports, keep } = runCompiled<Script>(path, work);
  const result = exports.square(12);
  keep();
  return result;
}

describe('the code that V8 compiled', () => {
  it('is kept once and used again', () => {
    expect(run()).toBe(144);
    const first = keptBytes();
    expect(run()).toBe(144);
    expect(keptBytes()).toEqual(first);
    expect(kept()).toHaveLength(1);
    const { exports } = runCompiled<Script>(path, 'review');
    expect(exports.where.startsWith(path)).toBe(true);
  });

  it('is kept for each work, because other work calls other functions', () => {
    run('review');
    run('inventory');
    expect(kept().map((name) => name.split('-')[0])).toEqual(['inventory', 'review']);
  });

  it('is not used for another script of the same length', () => {
    expect(run()).toBe(144);
    writeScript('value + value');
    expect(run()).toBe(24);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([1])])],
  ])('is not used and replaced when it is %s', (_, damage) => {
    run();
    const whole = keptBytes();
    writeFileSync(join(directory, 'compiled', kept()[0] ?? ''), damage(whole));
    expect(run()).toBe(144);
    expect(keptBytes().length).toBeGreaterThanOrEqual(whole.length);
    expect(kept()).toHaveLength(1);
  });

  it('is compiled each time where nothing can be written', () => {
    writeFileSync(join(directory, 'compiled'), '');
    expect(run()).toBe(144);
    rmSync(join(directory, 'compiled'));
    mkdirSync(join(directory, 'compiled'));
    expect(run()).toBe(144);
    expect(kept()).toHaveLength(1);
  });
});
