import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.js';
import { analyze } from '../../src/link/analyze.js';
import { buildInventory } from '../../src/review/inventory.js';
import { memorySource } from '../../src/source/index.js';

/** The inventory of `track('A', { a: <expression> })`. */
function inventoryOf(code: string) {
  const text = `import mixpanel from 'mixpanel-browser';\n${code}\n`;
  const source = memorySource({ 'a.ts': text });
  return buildInventory(analyze(source, { config: defaultConfig, useTypes: false }));
}

describe('types of properties', () => {
  it.each([
    ["'x'", 'string'],
    ['`x${y}`', 'string'],
    ["'x' + y", 'string'],
    ['1', 'number'],
    ['-1', 'number'],
    ['a - b', 'number'],
    ['items.length', 'number'],
    ['Date.now()', 'number'],
    ['Math.round(a)', 'number'],
    ['Number(a)', 'number'],
    ['date.getTime()', 'number'],
    ['true', 'boolean'],
    ['!x', 'boolean'],
    ['!!x', 'boolean'],
    ['a > b', 'boolean'],
    ['Boolean(x)', 'boolean'],
    ["x ? 'a' : 'b'", 'string'],
    ["x ? 'a' : null", 'string'],
    ["x ? 'a' : 1", 'unknown'],
    ['{ b: 1 }', 'object'],
    ['[1, 2]', 'array'],
    ['new Date()', 'date'],
    ['new Date().toISOString()', 'string'],
    ['JSON.stringify(a)', 'string'],
    ['String(a)', 'string'],
    ['a', 'unknown'],
    ['a.b', 'unknown'],
    ['f()', 'unknown'],
    ['null', 'unknown'],
    ['undefined', 'unknown'],
  ])('%s is %s', (expression, type) => {
    const [call] = inventoryOf(
      `declare const a: any, b: any, x: any, y: any, items: any, date: any, f: any;\nmixpanel.track('A', { a: ${expression} });`,
    );
    expect(call?.properties).toEqual([{ name: 'a', type }]);
  });
});

describe('a call', () => {
  it('has the fields of the contract', () => {
    expect(inventoryOf("export const save = () => mixpanel.track('A', { b: 1 });")).toEqual([
      {
        file: 'a.ts',
        line: 2,
        column: 27,
        endLine: 2,
        role: 'call',
        kind: 'track',
        method: 'track',
        sdk: 'mixpanel-browser',
        event: 'A',
        events: ['A'],
        eventForm: 'literal',
        properties: [{ name: 'b', type: 'number' }],
        propertiesOpen: false,
        distinctId: null,
        guarded: false,
        via: [],
      },
    ]);
  });

  it('shows no personal value', () => {
    const text = JSON.stringify(
      inventoryOf(
        "mixpanel.identify('jane@example.com');\nmixpanel.track('Hi jane@example.com', { 'jane@example.com': 1 });",
      ),
    );
    expect(text).not.toContain('jane');
    expect(text).toContain('•••');
  });
});
