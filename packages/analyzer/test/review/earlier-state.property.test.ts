import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/index.js';
import { readPlan } from '../../src/plan/read-plan.js';
import { buildInventory } from '../../src/review/inventory.js';
import { judgeState } from '../../src/review/judge-state.js';
import type { JudgedState } from '../../src/review/judge-state.js';
import type { StateRecord } from '../../src/review/state-record.js';
import { memorySource } from '../../src/source/index.js';

/**
 * Judging a state from the record of another one has to give what judging it from nothing gives, byte for byte. The
 * states are small applications made of the fixtures, each after a random edit of the one before.
 */
const FIXTURES = fileURLToPath(new URL('../../../../test-fixtures/', import.meta.url));

type Files = Readonly<Record<string, string>>;

function readFixture(theme: string, leaf: string): [string, string][] {
  const folder = join(FIXTURES, theme, leaf);
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(
    (entry): [string, string][] => {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || /^expected|\.md$/.test(entry.name)) return [];
      return [[`${leaf}/${relative(folder, path).replaceAll('\\', '/')}`, readFileSync(path, 'utf8')]];
    },
  );
}

const leaves = ['resolution', 'samples'].flatMap((theme) =>
  readdirSync(join(FIXTURES, theme)).map((leaf) => readFixture(theme, leaf)),
);
const allLines = leaves.flat().flatMap(([, text]) => text.split('\n').filter((line) => line.trim() !== ''));

type Edit =
  | {
      readonly kind: 'insert' | 'delete' | 'repeat' | 'steal';
      readonly file: number;
      readonly at: number;
      readonly what: number;
    }
  | { readonly kind: 'remove' | 'copy' | 'exchange'; readonly file: number; readonly other: number };

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function applyEdit(files: Files, edit: Edit): Files {
  const paths = Object.keys(files);
  const path = pick(paths, edit.file);
  const text = files[path] ?? '';
  if (edit.kind === 'remove')
    return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
  if (!('at' in edit)) {
    const other = pick(paths, edit.other);
    if (edit.kind === 'copy') return { ...files, [path.replace(/(\.\w+)$/, '-copy$1')]: files[other] ?? '' };
    return { ...files, [path]: files[other] ?? '', [other]: text };
  }
  const lines = text.split('\n');
  const at = edit.at % lines.length;
  const replacement = {
    insert: ['// A remark that moves what follows.', lines[at] ?? ''],
    delete: [],
    repeat: [lines[at] ?? '', lines[at] ?? ''],
    steal: [pick(allLines, edit.what)],
  }[edit.kind];
  return { ...files, [path]: lines.toSpliced(at, 1, ...replacement).join('\n') };
}

const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('insert', 'delete', 'repeat', 'steal'),
      file: fc.nat(),
      at: fc.nat(),
      what: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove', 'copy', 'exchange'),
      file: fc.nat(),
      other: fc.nat(),
    }),
  },
);

const judge = (files: Files, earlier: StateRecord | null): JudgedState =>
  judgeState(memorySource(files), defaultConfig, { useTypes: false }, readPlan, earlier);

const seenBy = ({ analysis, findings, notices }: JudgedState): unknown => ({
  calls: buildInventory(analysis),
  findings: findings.map(({ finding }) => finding),
  notices,
  stats: analysis.stats,
});

test('an earlier state changes nothing but the time it takes', () => {
  let steps = 0;
  let settledSteps = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(leaves.length - 1), { minLength: 6, maxLength: 10 }),
      fc.array(editArbitrary, { minLength: 1, maxLength: 4 }),
      (chosen, edits) => {
        let files: Files = Object.fromEntries(chosen.flatMap((index) => leaves[index] ?? []));
        let earlier = judge(files, null).record();
        for (const edit of edits) {
          files = applyEdit(files, edit);
          // Between runs a record lies on disk.
          const state = judge(files, deserialize(serialize(earlier)) as StateRecord | null);
          expect(seenBy(state)).toEqual(seenBy(judge(files, null)));
          steps += 1;
          if (state.analysis.settled.size > 0) settledSteps += 1;
          earlier = state.record();
        }
      },
    ),
    // EARLIER_STATE_RUNS=1000 looks for what the usual runs do not reach.
    process.env['EARLIER_STATE_RUNS']
      ? { numRuns: Number(process.env['EARLIER_STATE_RUNS']) }
      : { numRuns: 60, seed: 1 },
  );
  expect(settledSteps / steps).toBeGreaterThan(0.5);
}, 300_000);
