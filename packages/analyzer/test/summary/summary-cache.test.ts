import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseModule } from '../../src/parse/parse.js';
import { createSummaryCache } from '../../src/summary/summary-cache.js';
import { summarise } from '../../src/summary/summarise.js';
import type { ModuleSummary } from '../../src/summary/summary.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tracklint-cache-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const textOf = (edit: number): string =>
  `import mixpanel from 'mixpanel-browser';\nmixpanel.track('Edit ${edit}');\n// ${'x'.repeat(2_000)}`;

function summaryOf(path: string, text: string): ModuleSummary {
  const parsed = parseModule(path, text);
  if (parsed.kind === 'failed') throw new Error(parsed.reason);
  return summarise(parsed.program, text);
}

/** One run of the program that summarises what is not known. */
function run(files: Readonly<Record<string, string>>): number {
  const cache = createSummaryCache(directory);
  let missed = 0;
  for (const [path, text] of Object.entries(files)) {
    if (cache.get(path, text)) continue;
    missed += 1;
    cache.set(path, text, summaryOf(path, text));
  }
  cache.save();
  return missed;
}

const size = (): number =>
  readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);

describe('the summaries that are kept between runs', () => {
  it('does not grow with every edit, and forgets no file over the edits of another', () => {
    const others = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`src/other-${n}.ts`, textOf(n)]));
    run(others);
    const sizes: number[] = [];
    for (let edit = 0; edit < 60; edit += 1) {
      expect(run({ ...others, 'src/edited.ts': textOf(edit) })).toBe(1);
      sizes.push(size());
    }
    expect(Math.max(...sizes.slice(30))).toBeLessThanOrEqual(Math.max(...sizes.slice(0, 30)) * 1.05);
    expect(run({ ...others, 'src/edited.ts': textOf(59) })).toBe(0);
  });

  it('keeps what a process adds with every save, and what another one added meanwhile', () => {
    const cache = createSummaryCache(directory);
    const add = (path: string, edit: number): void => {
      cache.set(path, textOf(edit), summaryOf(path, textOf(edit)));
      cache.save();
    };
    add('src/a.ts', 1);
    run({ 'src/b.ts': textOf(2) });
    add('src/c.ts', 3);
    expect(run({ 'src/a.ts': textOf(1), 'src/b.ts': textOf(2), 'src/c.ts': textOf(3) })).toBe(0);
  });

  it('summarises again what is damaged', () => {
    const files = { 'src/a.ts': textOf(1), 'src/b.ts': textOf(2) };
    run(files);
    const [pack = ''] = readdirSync(directory).filter((name) => name.endsWith('.pack'));
    truncateSync(join(directory, pack), 10);
    expect(run(files)).toBe(2);
    expect(run(files)).toBe(0);
  });
});

describe('the summaries that are kept in memory', () => {
  it('are those of the newest texts of a file, however often it is edited', () => {
    const cache = createSummaryCache(directory);
    const summaryFor = (edit: number): ModuleSummary => summaryOf('src/edited.ts', textOf(edit));
    for (let edit = 0; edit < 10; edit += 1) cache.set('src/edited.ts', textOf(edit), summaryFor(edit));
    cache.set('src/other.ts', textOf(0), summaryOf('src/other.ts', textOf(0)));
    const known = Array.from({ length: 10 }, (_, edit) => cache.get('src/edited.ts', textOf(edit)) !== null);
    expect(known).toEqual([false, false, false, false, false, false, true, true, true, true]);
    cache.save();
    expect(run({ 'src/edited.ts': textOf(9), 'src/other.ts': textOf(0) })).toBe(0);
    expect(run({ 'src/edited.ts': textOf(0) })).toBe(1);
  });
});
