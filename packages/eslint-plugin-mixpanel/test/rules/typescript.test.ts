import type { RuleTesterConfig } from '@typescript-eslint/rule-tester';
import tseslint from 'typescript-eslint';
import { describe } from 'vitest';
import { createTier } from './rule-tester.js';
import { RECORD, testShared } from './shared-cases.js';

type LanguageOptions = NonNullable<RuleTesterConfig['languageOptions']>;

const files = {
  'src/record.js': RECORD,
  'src/model.ts': `export interface User { id: string; email: string }
export class Rows<T extends object> {
  constructor(private readonly rows: readonly T[]) {}
  pick<K extends keyof T>(at: number, ..._keys: readonly K[]): Pick<T, K> {
    return this.rows[at]!;
  }
}
export const users = new Rows<User>([]);
`,
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      strict: true,
      allowJs: true,
      jsx: 'preserve',
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
    },
    include: ['src'],
  }),
};
const parser = tseslint.parser as LanguageOptions['parser'];
const jsx = { ecmaFeatures: { jsx: true } };

const spread = (value: string) => ({
  code: `import { record } from './record';
import type { User } from './model';
import { users } from './model';
import mixpanel from 'mixpanel-browser';
export function save(user: User) { const sent = ${value}; mixpanel.track('Saved', { plan: 'a', ...sent }); }
`,
});

describe('TypeScript without its types', () => {
  const tier = createTier('src/app.tsx', files, () => ({ parser, parserOptions: jsx }));
  testShared(tier);
  tier.test('no-pii', {
    valid: [
      {
        name: 'a spread whose type only a compiler can work out',
        ...spread(`users.pick(user.id.length, 'id', 'email')`),
      },
      { name: 'a spread of what is clean', ...spread(`users.pick(user.id.length, 'id')`) },
    ],
    invalid: [],
  });
});

describe('TypeScript with its types', () => {
  const tier = createTier('src/app.tsx', files, (root) => ({
    parser,
    parserOptions: { ...jsx, projectService: true, tsconfigRootDir: root },
  }));
  testShared(tier);
  tier.test('no-pii', {
    valid: [{ name: 'a spread of what is clean', ...spread(`users.pick(user.id.length, 'id')`) }],
    invalid: [
      {
        name: 'a spread whose type only a compiler can work out',
        ...spread(`users.pick(user.id.length, 'id', 'email')`),
        errors: [
          {
            messageId: 'fields',
            line: 5,
            suggestions: [
              {
                desc: 'Send sent.id instead',
                output: spread(`users.pick(user.id.length, 'id', 'email')`).code.replace(
                  '...sent',
                  'user_id: sent.id',
                ),
              },
            ],
          },
        ],
      },
    ],
  });
});
