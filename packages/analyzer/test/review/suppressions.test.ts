import { describe, expect, it } from 'vitest';
import { readSuppressions } from '../../src/review/suppressions.js';

/** The finding is where `track(` stands. */
function suppressionIn(text: string, { file = 'a.tsx', rule = 'no-pii' } = {}) {
  const offset = text.indexOf('track(');
  const line = text.slice(0, offset).split(/\r\n|\n/).length;
  return readSuppressions(file, text).find(rule, line, offset);
}

describe('readSuppressions', () => {
  it.each([
    ['next line', '// eslint-disable-next-line mixpanel/no-pii -- agreed\ntrack();', 'agreed'],
    [
      'next line in a block comment',
      '/* eslint-disable-next-line mixpanel/no-pii -- agreed */\ntrack();',
      'agreed',
    ],
    [
      'next line over several lines',
      '/* eslint-disable-next-line\n  mixpanel/no-pii,\n  no-console -- agreed\n  upon */\ntrack();',
      'agreed upon',
    ],
    ['the same line', 'track(); // eslint-disable-line mixpanel/no-pii -- agreed', 'agreed'],
    [
      'the same line in a block comment',
      'track(); /* eslint-disable-line mixpanel/no-pii -- agreed */',
      'agreed',
    ],
    [
      'several rules',
      '// eslint-disable-next-line no-console, mixpanel/no-pii -- agreed\ntrack();',
      'agreed',
    ],
    ['every rule', '// eslint-disable-next-line -- agreed\ntrack();', 'agreed'],
    ['a long dash', '// eslint-disable-next-line mixpanel/no-pii ---- agreed\ntrack();', 'agreed'],
    ['a reason with dashes', '// eslint-disable-next-line mixpanel/no-pii -- a -- b\ntrack();', 'a -- b'],
    ['a block', '/* eslint-disable mixpanel/no-pii -- agreed */\nfoo();\ntrack();', 'agreed'],
    ['a block on every rule', '/* eslint-disable -- agreed */\ntrack();', 'agreed'],
    [
      'a block that another rule ends',
      '/* eslint-disable mixpanel/no-pii -- agreed */\n/* eslint-enable no-console */\ntrack();',
      'agreed',
    ],
    [
      'a block that begins again',
      '/* eslint-disable -- a */\n/* eslint-enable */\n/* eslint-disable -- b */\ntrack();',
      'b',
    ],
    ['Windows line ends', '// eslint-disable-next-line mixpanel/no-pii -- agreed\r\ntrack();', 'agreed'],
    [
      'JSX',
      'const a = <div>{/* eslint-disable-next-line mixpanel/no-pii -- agreed */}\n{track()}</div>;',
      'agreed',
    ],
    [
      'JSX attributes',
      'const a = <div\n// eslint-disable-next-line mixpanel/no-pii -- agreed\nonClick={() => track()} />;',
      'agreed',
    ],
    [
      'a reason beside one without',
      '// eslint-disable-next-line -- agreed\ntrack(); // eslint-disable-line',
      'agreed',
    ],
  ])('reads %s', (_, text, reason) => {
    expect(suppressionIn(text)?.reason).toBe(reason);
  });

  it.each([
    ['next line', '// eslint-disable-next-line mixpanel/no-pii\ntrack();'],
    ['empty reason', '// eslint-disable-next-line mixpanel/no-pii --\ntrack();'],
    ['blank reason', '/* eslint-disable-next-line mixpanel/no-pii --   */\ntrack();'],
    ['every rule', '/* eslint-disable */\ntrack();'],
  ])('says when there is no reason: %s', (_, text) => {
    expect(suppressionIn(text)).toEqual({ reason: null, line: 1 });
  });

  it.each([
    ['another rule', '// eslint-disable-next-line mixpanel/unix-ms-time -- agreed\ntrack();'],
    ['no prefix', '// eslint-disable-next-line no-pii -- agreed\ntrack();'],
    ['a wildcard', '// eslint-disable-next-line mixpanel/* -- agreed\ntrack();'],
    ['the line after the next', '// eslint-disable-next-line mixpanel/no-pii -- agreed\n\ntrack();'],
    ['the line before', '// eslint-disable-line mixpanel/no-pii -- agreed\ntrack();'],
    ['a block in a line comment', '// eslint-disable mixpanel/no-pii -- agreed\ntrack();'],
    [
      'a block that ended',
      '/* eslint-disable mixpanel/no-pii -- agreed */\n/* eslint-enable mixpanel/no-pii */\ntrack();',
    ],
    [
      'a block that ended for all',
      '/* eslint-disable mixpanel/no-pii -- agreed */\n/* eslint-enable */\ntrack();',
    ],
    ['a block that begins later', 'track();\n/* eslint-disable mixpanel/no-pii -- agreed */'],
    ['a string', 'const a = "// eslint-disable-line mixpanel/no-pii -- agreed"; track();'],
    ['a template', 'const a = `\n// eslint-disable-next-line mixpanel/no-pii -- agreed\n`; track();'],
    ['a disable-line over two lines', 'track(); /* eslint-disable-line mixpanel/no-pii -- a\nb */'],
    ['a similar word', '// eslint-disable-next-lines mixpanel/no-pii -- agreed\ntrack();'],
    ['text before it', '// see eslint-disable-next-line mixpanel/no-pii -- agreed\ntrack();'],
  ])('is silent about %s', (_, text) => {
    expect(suppressionIn(text)?.reason ?? null).toBeNull();
  });

  it('reads the scripts of component files', () => {
    const text =
      '<template><p>it\'s</p></template>\n<script setup lang="ts">\n// eslint-disable-next-line mixpanel/no-pii -- agreed\ntrack();\n</script>';
    expect(suppressionIn(text, { file: 'a.vue' })).toEqual({ reason: 'agreed', line: 3 });
  });

  it('reads casts that are no JSX', () => {
    const text = 'const a = <string>b;\n// eslint-disable-next-line mixpanel/no-pii -- agreed\ntrack();';
    expect(suppressionIn(text, { file: 'a.ts' })?.reason).toBe('agreed');
  });
});
