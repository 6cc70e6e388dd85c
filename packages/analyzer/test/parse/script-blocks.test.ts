import { describe, expect, it } from 'vitest';
import { extractScripts } from '../../src/parse/script-blocks.js';

describe('extractScripts', () => {
  it.each([
    ['a plain script', '<script>a()</script>', 'a();', 'js'],
    ['a language', '<script setup lang="ts">a()</script>', 'a();', 'ts'],
    ['two scripts', '<script>a()</script>\n<script setup lang=ts>b()</script>', 'a(); b();', 'ts'],
    [
      'an attribute that holds a >',
      '<script lang="ts" generic="T extends Row<string>">a()</script>',
      'a();',
      'ts',
    ],
    ['upper case', '<SCRIPT>a()</SCRIPT>', 'a();', 'js'],
    ['letters whose lower case is longer', '<p>İİİ</p><script>a()</script>', 'a();', 'js'],
    ['no end', '<script>a()', '', 'js'],
  ])('%s', (_, text, code, language) => {
    const script = extractScripts('a.vue', text);
    expect(script.text.trim().split(/\s+/).join(' ')).toBe(code);
    expect(script.language).toBe(language);
    expect(script.text).toHaveLength(text.length);
    for (const part of code.split(/;\s*/)) expect(script.text.indexOf(part)).toBe(text.indexOf(part));
  });

  it.each([
    ['many scripts', '<script></script>\n'.repeat(40_000)],
    ['many starts', '<script \n'.repeat(80_000)],
    ['many starts with quotes', '<script "\n'.repeat(80_000)],
  ])('is done with %s in a moment', (_, text) => {
    const start = performance.now();
    extractScripts('a.vue', text);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
