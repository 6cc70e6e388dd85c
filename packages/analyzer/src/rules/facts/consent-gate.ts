import type { TSESTree } from '@typescript-eslint/types';
import type { RuleContext } from '../rule.js';
import { callsByName, functionNameAt } from './local-callers.js';
import { nameWords } from './name-words.js';
import { programOf } from './syntax-around.js';
import { childrenOf, isFunctionNode, nodesAround } from './walk-syntax.js';

type Node = TSESTree.Node;

const CONSENT_WORDS = new Set(
  'consent consents consented gdpr ccpa dsgvo cmp onetrust cookiebot usercentrics didomi iubenda cookieyes tcf optin optout cookies'.split(
    ' ',
  ),
);
const ACCEPTANCE = new Set(
  'accept accepts accepted allow allows allowed agree agrees agreed grant granted given enabled permitted opted opt'.split(
    ' ',
  ),
);
const SUBJECT = new Set(
  'analytics tracking cookie cookies mixpanel statistics telemetry performance in'.split(' '),
);

/** True for names that speak of consent: `hasConsent`, `onCookiesAccepted`, `analyticsAllowed`. */
export function isNamedAfterConsent(name: string | null): boolean {
  const words = nameWords(name ?? '');
  return (
    words.some((word) => CONSENT_WORDS.has(word)) ||
    (words.some((word) => ACCEPTANCE.has(word)) && words.some((word) => SUBJECT.has(word)))
  );
}

function mentionsConsent(node: Node): boolean {
  if (node.type === 'Identifier' && isNamedAfterConsent(node.name)) return true;
  if (node.type === 'Literal' && typeof node.value === 'string' && isNamedAfterConsent(node.value))
    return true;
  return childrenOf(node).some(mentionsConsent);
}

const isLeaving = (node: Node): boolean =>
  node.type === 'ReturnStatement' ||
  node.type === 'ThrowStatement' ||
  (node.type === 'BlockStatement' && node.body.some(isLeaving));

/** `if (!hasConsent()) return;` before the statement that leads to the place. */
function leavesBefore(block: TSESTree.BlockStatement, next: Node | undefined): boolean {
  return block.body.some(
    (statement) =>
      statement.type === 'IfStatement' &&
      statement.range[1] <= (next?.range[0] ?? 0) &&
      isLeaving(statement.consequent) &&
      mentionsConsent(statement.test),
  );
}

function isGatedHere(path: readonly Node[]): boolean {
  return path.some((node, index) => {
    const next = path[index + 1];
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression')
      return next !== node.test && mentionsConsent(node.test);
    if (node.type === 'LogicalExpression') return next === node.right && mentionsConsent(node.left);
    if (node.type === 'BlockStatement') return leavesBefore(node, next);
    // `onConsent(() => init())`, `consent.then(…)`
    if (node.type === 'CallExpression')
      return (
        next !== undefined &&
        node.arguments.some((argument) => argument === next) &&
        mentionsConsent(node.callee)
      );
    return node.type === 'FunctionDeclaration' && isNamedAfterConsent(node.id?.name ?? null);
  });
}

/**
 * True if a condition that speaks of consent decides whether a place is reached: around it, or around every call of the
 * function that holds it in the files that were parsed.
 */
export function isConsentGated(path: readonly Node[], context: RuleContext): boolean {
  if (isGatedHere(path)) return true;
  // The outermost function is what other code calls.
  const name = functionNameAt(path, path.findIndex(isFunctionNode));
  if (name === null) return false;
  const gates = context.code.files().flatMap((file) => {
    const program = context.code.file(file)?.text.includes(name) ? programOf(file, context) : null;
    return program
      ? callsByName(name, program).map((call) =>
          isGatedHere(nodesAround(program, call.range[0], call.range[1])),
        )
      : [];
  });
  return gates.length > 0 && gates.every(Boolean);
}
