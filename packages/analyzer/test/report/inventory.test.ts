import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { InventoryCall } from '../../src/review/inventory.js';
import { INVENTORY_FORMATS, renderInventory } from '../../src/report/index.js';
import { HOSTILE } from './review-value.js';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/inventory.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);
const paper = { color: false, width: 80 };

const call = (change: Partial<InventoryCall> = {}): InventoryCall => ({
  file: 'src/a.ts',
  line: 12,
  column: 3,
  endLine: 15,
  role: 'call',
  kind: 'track',
  method: 'track',
  sdk: 'mixpanel-browser',
  event: 'Task Created',
  events: ['Task Created'],
  eventForm: 'literal',
  properties: [{ name: 'task_type', type: 'string' }],
  propertiesOpen: false,
  distinctId: null,
  guarded: true,
  via: ['trackEvent (src/analytics.ts:4)'],
  ...change,
});

const calls = [
  call(),
  call({
    line: 20,
    event: null,
    events: ['A', 'B'],
    eventForm: 'set',
    properties: null,
    propertiesOpen: true,
  }),
  call({
    file: 'src/b.ts',
    kind: 'people',
    method: 'people.set',
    event: null,
    events: [],
    eventForm: 'unresolved',
    via: [],
  }),
];

describe('inventory', () => {
  it.each([[calls], [[]], [HOSTILE.map((text) => call({ event: text, file: text, distinctId: text }))]])(
    'keeps to the schema as JSON, and YAML says the same',
    async (value) => {
      const json: unknown = JSON.parse(await renderInventory('json', value, paper));
      validate(json);
      expect(validate.errors).toBeNull();
      expect(parseYaml(await renderInventory('yaml', value, paper))).toEqual(json);
    },
  );

  it('lists calls by file for people', async () => {
    expect(await renderInventory('pretty', calls, paper)).toMatchInlineSnapshot(`
      "src/a.ts
          12:3  track Task Created
                task_type: string
                via trackEvent (src/analytics.ts:4)
          20:3  track A | B
                …
                via trackEvent (src/analytics.ts:4)

      src/b.ts
          12:3  people people.set
                task_type: string

      3 tracking calls, 3 events, 2 files
      "
    `);
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'a"b', '"a""b"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a plus', '+1', "'+1"],
    ['an at sign', '@a', "'@a"],
    ['plain text', 'Task Created', 'Task Created'],
  ])('writes %s as CSV', async (_, event, cell) => {
    const text = await renderInventory('csv', [call({ event })], paper);
    expect(text).toContain(`mixpanel-browser,${cell},Task Created,`);
  });

  it('has a head and one CSV row per call', async () => {
    const rows = (await renderInventory('csv', calls, paper)).trimEnd().split('\r\n');
    expect(rows).toHaveLength(calls.length + 1);
    expect(rows[0]).toMatch(/^file,line,column,endLine,role,kind,method,sdk,event,/);
  });

  it('prints nothing that steers the terminal', async () => {
    const hostile = HOSTILE.map((text) => call({ event: text, events: [text], file: text, via: [text] }));
    expect(await renderInventory('pretty', hostile, paper)).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });

  it('has a loader for each format', () => {
    expect(INVENTORY_FORMATS).toEqual(['pretty', 'json', 'yaml', 'csv']);
  });
});
