import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/schema.js';

const file = new URL('../../schema/tracklint.config.schema.json', import.meta.url);
const published = JSON.parse(readFileSync(file, 'utf8')) as {
  properties: { rules: { propertyNames?: unknown } };
};

test('the published schema is the one of the code; else run "npm run generate"', () => {
  const names = published.properties.rules.propertyNames as { enum?: string[] };
  // Which rules there are is compared by "npm run check:schemas", after the build.
  expect(names.enum?.length).toBeGreaterThan(0);
  expect(published).toEqual(configJsonSchema(names.enum));
});

const validate = new Ajv({ strict: false }).compile(published);

test.each([
  [{}, true],
  [{ plan: null, consent: 'required', rules: {} }, true],
  [{ plan: { path: 'a.ts' }, rules: { 'unused-event': ['P1', {}] } }, true],
  [{ pii: { allow: ['city', { name: 'zip' }] } }, true],
  [{ rule: {} }, false],
  [{ rules: { 'no-such-rule': 'off' } }, false],
  [{ rules: { 'unused-event': 'warn' } }, false],
  [{ pii: { categories: [{}] } }, false],
])('editors see %j as valid: %s', (config, isValid) => {
  expect(validate(config)).toBe(isValid);
});
