import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.js';
import { loadConfig } from '../../src/config/load-config.js';
import { analyze } from '../../src/link/analyze.js';
import type { TrackingCall } from '../../src/link/call.js';
import { memorySource } from '../../src/source/index.js';

/**
 * One folder of `test-fixtures/resolution/` is one form in which teams write tracking. `expected.json` lists the calls
 * with what matters for the form: what an entry leaves out is not compared. `distinct_id` is part of a call, not of its
 * properties, so it is left out on both sides. An entry that is `optional` may be missing: both readings are right.
 * Triggers that are not listed are no mistake, unless the form must not lead to a tracker at all.
 */
interface ExpectedCall {
  readonly file: string;
  /** 1-based line of the call's start. */
  readonly line: number;
  readonly kind: string;
  readonly role: string;
  readonly event: string | null;
  readonly events?: readonly string[];
  readonly eventForm?: string;
  /** Names, in any order; null if nothing is known. */
  readonly properties?: readonly string[] | null;
  readonly propertiesOpen?: boolean;
  readonly guarded?: boolean;
  readonly optional?: boolean;
}

const ROOT = fileURLToPath(new URL('../../../../test-fixtures/resolution/', import.meta.url));

function readFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !entry.name.startsWith('expected.')) {
      files[relative(folder, path).replaceAll('\\', '/')] = readFileSync(path, 'utf8');
    }
  }
  return files;
}

const sorted = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name !== 'distinct_id').sort();

/** What an expectation may say about a call. */
const describeCall = (call: TrackingCall): Required<Omit<ExpectedCall, 'optional'>> => ({
  file: call.file,
  line: call.line,
  kind: call.kind,
  role: call.role,
  event: call.event?.name ?? null,
  events: sorted(call.event?.names ?? []),
  eventForm: call.event?.form ?? 'unresolved',
  properties: call.properties === null ? null : sorted(call.properties.map(({ name }) => name)),
  propertiesOpen: call.propertiesOpen,
  guarded: call.guarded,
});

type Described = ReturnType<typeof describeCall>;

const isSamePlace = (expected: ExpectedCall, actual: Described): boolean =>
  expected.file === actual.file && expected.line === actual.line && expected.kind === actual.kind;

/** Of the calls at a place the one with the expected event, otherwise the first. */
function matchOf(expected: ExpectedCall, calls: readonly Described[]): Described | undefined {
  const near = calls.filter((call) => isSamePlace(expected, call));
  return near.find((call) => call.event === expected.event) ?? near[0];
}

const normal = ({ optional: _, ...expected }: ExpectedCall): object => ({
  ...expected,
  ...(expected.events ? { events: sorted(expected.events) } : {}),
  ...(expected.properties ? { properties: sorted(expected.properties) } : {}),
});

/** The part of a found call that the expectation speaks about. */
const comparable = (expected: ExpectedCall, actual: Described): object =>
  Object.fromEntries(Object.entries(actual).filter(([key]) => key in expected));

const scenarios = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/**
 * Forms that the engine cannot follow yet. A form that starts to work fails here until its name is taken out; the list
 * may only shrink.
 */
const NOT_YET: ReadonlySet<string> = new Set(['http-data-in-the-query']);

describe.each(scenarios)('%s', (scenario) => {
  const folder = join(ROOT, scenario);
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as readonly ExpectedCall[];

  const run = NOT_YET.has(scenario) ? it.fails : it;

  run.each([true, false])('with prefilter: %s', (usePrefilter) => {
    const source = memorySource(readFolder(folder));
    const analysis = analyze(source, {
      config: loadConfig(source),
      useTypes: false,
      usePrefilter,
    });
    const calls = analysis.project.calls.map(describeCall);
    const unmatched = new Set(calls);
    const found: object[] = [];
    const wanted: object[] = [];
    for (const one of expected) {
      const match = matchOf(one, [...unmatched]);
      if (match === undefined && one.optional === true) continue;
      wanted.push(normal(one));
      if (match === undefined) continue;
      unmatched.delete(match);
      found.push(comparable(one, match));
    }
    const surprising = [...unmatched].filter(({ role }) => role !== 'trigger' || expected.length === 0);
    expect([...found, ...surprising]).toEqual(wanted);
  });
});

it('Segment is looked for only where the configuration names it', () => {
  const { 'tracklint.config.json': _config, ...files } = readFolder(join(ROOT, 'segment-forms'));
  const options = { config: defaultConfig, useTypes: false };
  expect(analyze(memorySource(files), options).project.calls).toEqual([]);
});
