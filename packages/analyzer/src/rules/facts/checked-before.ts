import type { TSESTree } from '@typescript-eslint/types';
import type { Place } from '../../link/value.js';
import type { RuleContext } from '../rule.js';
import { syntaxAround } from './syntax-around.js';

type Node = TSESTree.Node;

/**
 * True if the code makes sure that a variable is not empty where it is used: inside of `if (id)` or `id && …`, after
 * `if (!id) return`, or after `if (!id) id = …`. Only plain names and members (`user.id`) are looked for.
 */
export function isCheckedBefore(at: Place, context: RuleContext): boolean {
  const name = context.textAt(at);
  if (!/^[\w$]+(?:\??\.[\w$]+)*$/.test(name)) return false;
  const path = syntaxAround(at, context);
  const textOf = ({ range: [start, end] }: Node): string => context.textAt({ file: at.file, start, end });
  const word = name.replace(/[.?$]/g, String.raw`\$&`);
  const isMissing = new RegExp(
    String.raw`!${word}(?![\w$.])|(?<![\w$.])${word}\s*===?\s*(?:null|undefined|''|"")|typeof\s+${word}\s*!==?`,
  );
  const isPresent = new RegExp(String.raw`(?<![\w$.!])${word}(?![\w$.(])`);
  return path.some((node, index) => {
    const next = path[index + 1];
    if (next === undefined) return false;
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression')
      return next === node.consequent && isSure(textOf(node.test), isPresent, isMissing);
    if (node.type === 'LogicalExpression')
      return node.operator === '&&' && next === node.right && isSure(textOf(node.left), isPresent, isMissing);
    if (node.type !== 'BlockStatement' && node.type !== 'Program') return false;
    return node.body.some(
      (statement) =>
        statement.type === 'IfStatement' &&
        statement.range[1] <= next.range[0] &&
        isMissing.test(textOf(statement.test)) &&
        (leaves(statement.consequent) || isFilled(textOf(statement.consequent), word)),
    );
  });
}

/** A condition with `||` may hold for another reason. */
const isSure = (test: string, isPresent: RegExp, isMissing: RegExp): boolean =>
  isPresent.test(test) && !isMissing.test(test) && !test.includes('||');

const isFilled = (body: string, word: string): boolean =>
  new RegExp(String.raw`(?<![\w$.])${word}\s*=(?!=)`).test(body);

function leaves(statement: Node): boolean {
  if (statement.type === 'BlockStatement') return statement.body.some(leaves);
  return ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'].includes(
    statement.type,
  );
}
