import { describe, expect, it } from 'vitest';
import { isNestedTooDeep } from '../../src/parse/nesting.js';
import { parseModule } from '../../src/parse/parse.js';

const DEPTH = 60_000;

/** Text before the middle, the middle, and text behind it, `DEPTH` times around each other. */
const around = (open: string, middle: string, close = ''): string =>
  open.repeat(DEPTH) + middle + close.repeat(DEPTH);

describe('nesting that would end the process', () => {
  it.each([
    ['parentheses', around('(', '1', ')')],
    ['closing brackets in strings', around('[")",', '1', ']')],
    ['closing brackets in comments', around('(/*)*/', '1', ')')],
    ['objects', `x = ${around('{ a: ', '1', '}')}`],
    ['templates', `x = ${around('`${', '1', '}`')}`],
    ['elements', `x = ${around('<a>', '', '</a>')}`],
    ['fragments', `x = ${around('<>', '', '</>')}`],
    ['else on one line', around('if (a) { b() } else ', 'c()')],
    ['else behind a semicolon', around('if (a) b(); else ', 'c()')],
    ['else on lines of its own', around('if (a) b()\nelse ', 'c()')],
    ['if in if', around('if (a)\n', 'b()')],
    ['loops', around('for (;;)', 'b()')],
    ['do', around('do ', 'x()', ' while (0);')],
    ['labels', Array.from({ length: DEPTH }, (_, i) => `l${i}:`).join('') + 'x()'],
    ['prefix operators on lines of their own', `x = ${around('!\n', 'a')}`],
    ['words with tabs', `x = ${around('typeof\t', 'a')}`],
    ['new', `x = ${around('new\n', 'A')}`],
    ['assignments', around('x =\n', 'a')],
    ['arrows', `x = ${around('a =>\n', 'b')}`],
    ['conditionals', `x = ${around('a ? b :\n', 'c')}`],
    ['powers', `x = ${around('a **', 'b')}`],
    ['classes', `x = ${around('class extends ', 'A', '{}')}`],
    ['type arguments', `type T = ${around('A<\n', 'B', '>')}`],
    ['type arguments behind commas', `type T = ${around('A<B, ', 'B', '>')}`],
    ['conditional types', `type T = ${around('A extends B ? C :\n', 'D')}`],
    ['keyof', `type T = ${around('keyof\n', 'A')}`],
    ['namespaces', `namespace a${around('.a', '{}')}`],
  ])('%s are refused', (_, text) => {
    const result = parseModule('a.tsx', text);
    expect(result).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/nested too deeply/) });
  });
});

const lines = (line: string): string => `${line}\n`.repeat(20_000);

describe('text that is long, not deep', () => {
  it.each([
    ['statements', lines('const x = a ? b : !c;')],
    ['statements without semicolons', lines('const x = a ? b : foo(!c)')],
    ['calls of calls', `x = a${'.b()\n'.repeat(10_000)}`],
    ['a sum', `x = ${'a +\n'.repeat(20_000)}a;`],
    ['a union', `type T = ${"'a' | ".repeat(20_000)}'b';`],
    ['a list', `x = [${lines('{ a: [1], b: !c },')}];`],
    ['conditions', lines('if (a) { b() } else { c() }')],
    ['generic types', lines('const x: Map<string, Array<number>> = y;')],
    ['comparisons', lines('if (a<b) c();')],
    ['elements beside each other', `x = <a>${lines('<b c="d" e={f}>don’t, can\'t</b>')}</a>`],
    ['brackets in strings', lines('const x = \'((\' + "[" + `{`;')],
    ['brackets in regular expressions', lines('const x = /[(]{/.test(a);')],
    ['brackets in comments', lines('// ((( {{{')],
    ['class members', `class A {\n${lines('a?: string = !b')}}`],
    ['cases', `switch (a) {\n${lines('case b: return c')}}`],
  ])('%s pass', (_, text) => {
    expect(isNestedTooDeep(text)).toBe(false);
  });
});
