import { createRequire } from 'node:module';
import type { RuleTesterConfig } from '@typescript-eslint/rule-tester';
import { createTier } from './rule-tester.js';
import { RECORD, testShared } from './shared-cases.js';

type Parser = NonNullable<NonNullable<RuleTesterConfig['languageOptions']>['parser']>;

/** Plain JavaScript, with the parser that comes with ESLint. */
const espree = createRequire(createRequire(import.meta.url).resolve('eslint'))('espree') as Parser;
const tier = createTier('src/app.js', { 'src/record.js': RECORD }, () => ({ parser: espree }));

testShared(tier);

tier.test('no-pii-in-logs', {
  valid: [
    { name: 'far from tracking', code: `export function log(user) {\n  console.log(user.email);\n}\n` },
    {
      name: 'an id next to tracking',
      code: `import { record } from './record';\nexport const save = (user) => {\n  console.log(user.id);\n  record('Saved');\n};\n`,
    },
  ],
  invalid: [
    {
      name: 'next to tracking, in CommonJS',
      code: `const { record } = require('./record');\nexports.save = (user) => {\n  console.log(user.email);\n  record('Saved');\n};\n`,
      errors: [{ messageId: 'personal', line: 3, column: 15, endColumn: 25 }],
    },
  ],
});
