import { describe, expect, it } from 'vitest';
import { maskKeyedValues } from '../../src/review/mask-keyed-values.js';

describe('maskKeyedValues', () => {
  it.each([
    ["{ first_name: 'Jane', plan: 'pro' }", "{ first_name: '•••', plan: 'pro' }"],
    [`{ "$name": "Jane Doe" }`, `{ "$name": "•••" }`],
    ["const password = 'hunter2';", "const password = '•••';"],
    ["people.set('full_name', 'Jane Doe')", "people.set('full_name', '•••')"],
    ['user.lastName = `Doe`;', 'user.lastName = `•••`;'],
    [String.raw`{ surname: 'O\'Neil' }`, `{ surname: '•••' }`],
    ["{ first_name: 'Jane', last_name: 'Doe' }", "{ first_name: '•••', last_name: '•••' }"],
  ])('masks %j', (code, expected) => {
    expect(maskKeyedValues(code)).toBe(expected);
  });

  it.each([
    "{ event_name: 'Task Created' }",
    "track('Task Created', { plan: 'pro' })",
    '{ full_name: user.name }',
    '{ full_name: `${user.first} ${user.last}` }',
    "if (email === 'none') {}",
    "{ email_type: 'work' }",
    '',
  ])('keeps %j', (code) => {
    expect(maskKeyedValues(code)).toBe(code);
  });
});
