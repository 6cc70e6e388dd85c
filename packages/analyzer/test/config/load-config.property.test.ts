import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.js';
import { loadConfig } from '../../src/config/load-config.js';
import { memorySource } from '../../src/source/memory.js';

const key = fc.constantFrom(
  'plan',
  'rules',
  'ignore',
  'pii',
  'allow',
  'name',
  'path',
  'eventNames',
  'pattern',
  'trackers',
  '__proto__',
  'constructor',
  'x',
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, 'P0', 'off', '(', '*', 1, true, ''),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(key, tie('any'), { maxKeys: 3 }),
  ),
})).any;

test('any file gives a configuration or one sentence that names the file', () => {
  const text = fc.oneof(
    fc.string(),
    value.map((json) => JSON.stringify(json)),
    fc.dictionary(key, value).map((json) => JSON.stringify(json)),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('tracklint.config.json', 'tracklint.config.yaml'), (content, file) => {
      try {
        expect(loadConfig(memorySource({ [file]: content })).file).toBe(file);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        expect(error.message.startsWith(file)).toBe(true);
        expect(error.message).toMatch(/[.?]$/);
        expect(error.message).not.toContain('\n');
      }
    }),
    { numRuns: 150 },
  );
});
