import type { RuleTesterConfig } from '@typescript-eslint/rule-tester';
import tseslint from 'typescript-eslint';
import * as vueParser from 'vue-eslint-parser';
import { createTier } from './rule-tester.js';
import { RECORD, testShared } from './shared-cases.js';

type LanguageOptions = NonNullable<RuleTesterConfig['languageOptions']>;

const tier = createTier('src/App.vue', { 'src/record.js': RECORD }, () => ({
  parser: vueParser as LanguageOptions['parser'],
  parserOptions: { parser: tseslint.parser },
}));

testShared(
  tier,
  (code) => `<template><p>Übersicht</p></template>\n<script setup lang="ts">\n${code}</script>\n`,
);

tier.test('no-pii', {
  valid: [
    { name: 'no script', code: `<template><p>{{ user.email }}</p></template>\n` },
    { name: 'an empty script', code: `<template><p>{{ user.email }}</p></template>\n<script></script>\n` },
    {
      name: 'code that is shown',
      code: `<template><pre>mixpanel.track('A', { email: user.email })</pre></template>\n`,
    },
  ],
  invalid: [],
});
