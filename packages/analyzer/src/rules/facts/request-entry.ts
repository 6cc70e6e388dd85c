import type { TSESTree } from '@typescript-eslint/types';
import type { CodeFile } from '../rule.js';
import { calleeName } from './failure-paths.js';
import { serverFileKind } from './server-code.js';
import type { FunctionNode } from './walk-syntax.js';
import { isFunctionNode } from './walk-syntax.js';

type Node = TSESTree.Node;

/** A function that a platform or framework calls. */
export interface RequestEntry {
  /**
   * `serverless`: may be frozen as soon as it has answered; `server`: a process that lives on; `redux`: a middleware
   * that every action of the application passes.
   */
  readonly kind: 'serverless' | 'server' | 'redux';
  /** For messages: `Lambda handler`. */
  readonly label: string;
  readonly fn: FunctionNode;
}

const HTTP_METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const FIREBASE_TRIGGER =
  /^on(?:Request|Call|CallGenkit|Schedule|Create|Update|Delete|Write|Run|Publish|Finalize|Document\w+|Value\w+|Object\w+|MessagePublished|TaskDispatched|CustomEventPublished)$/;
const NEST_ROUTE =
  /^(?:Get|Post|Put|Patch|Delete|All|Head|Options|MessagePattern|EventPattern|SubscribeMessage|Query|Mutation)$/;
const REQUEST = /^_?(?:req|request)$/;
const RESPONSE = /^_?(?:res|resp|response|reply|rep)$/;
const LAMBDA_NAME = /^(?:handler|lambdaHandler|lambda_handler)$/;
const SERVER_EXPORT = /^(?:getServerSideProps|getStaticProps|getInitialProps|loader|action)$/;

function paramNames(fn: FunctionNode): readonly string[] {
  return fn.params.map((param) =>
    param.type === 'Identifier'
      ? param.name
      : param.type === 'AssignmentPattern' && param.left.type === 'Identifier'
        ? param.left.name
        : '',
  );
}

/** The name under which the statement around a function exports it: `handler`, `GET`, `default`; null if it does not. */
function exportedName(path: readonly Node[], index: number): string | null {
  const before = path.slice(0, index + 1);
  // A function inside another function's body is not what is exported, unless it is an argument: `middy(async () => …)`.
  if (before.slice(0, -1).some(isFunctionNode)) return null;
  for (const node of before) {
    if (node.type === 'ExportDefaultDeclaration') return 'default';
    if (node.type === 'ExportNamedDeclaration') {
      const { declaration } = node;
      if (declaration?.type === 'FunctionDeclaration') return declaration.id?.name ?? null;
      const declarator = before.find((inner) => inner.type === 'VariableDeclarator');
      return declarator?.id.type === 'Identifier' ? declarator.id.name : null;
    }
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      const { object, property } = node.left;
      const isExports =
        object.type === 'Identifier' && (object.name === 'exports' || object.name === 'module');
      const isModuleExports =
        object.type === 'MemberExpression' &&
        object.property.type === 'Identifier' &&
        object.property.name === 'exports';
      if (!isExports && !isModuleExports) return null;
      return property.type === 'Identifier'
        ? property.name === 'exports'
          ? 'default'
          : property.name
        : null;
    }
  }
  return null;
}

/** `async fetch(request, env, ctx)` in the default export of a worker. */
function isWorkerMethod(path: readonly Node[], index: number): boolean {
  const property = path[index - 1];
  if (
    property?.type !== 'Property' ||
    property.key.type !== 'Identifier' ||
    path[index - 3]?.type !== 'ExportDefaultDeclaration'
  )
    return false;
  return ['fetch', 'scheduled', 'queue', 'email'].includes(property.key.name);
}

function isReduxMiddleware(path: readonly Node[], index: number): boolean {
  const functions = path
    .slice(0, index + 1)
    .filter(isFunctionNode)
    .slice(-3);
  if (functions.length < 3 || functions.some((fn) => fn.params.length !== 1)) return false;
  const [, next, action] = functions.map((fn) => paramNames(fn)[0] ?? '');
  return next === 'next' && /^_?(?:action|a)$/.test(action ?? '');
}

function classDecorators(path: readonly Node[], index: number): readonly string[] {
  const method = path[index - 1];
  if (method?.type !== 'MethodDefinition') return [];
  return method.decorators.flatMap(({ expression }) => {
    if (expression.type === 'CallExpression') return [calleeName(expression) ?? ''];
    return expression.type === 'Identifier' ? [expression.name] : [];
  });
}

function entryAt(path: readonly Node[], index: number, file: CodeFile): Omit<RequestEntry, 'fn'> | null {
  const fn = path[index];
  if (!fn || !isFunctionNode(fn)) return null;
  const exported = exportedName(path, index);
  const fileKind = serverFileKind(file.path);
  if (exported !== null) {
    const isHandler = exported === 'default' || LAMBDA_NAME.test(exported);
    if (fileKind === 'next-api' && isHandler) return { kind: 'serverless', label: 'Next.js API route' };
    if (fileKind === 'next-route' && HTTP_METHOD.test(exported))
      return { kind: 'serverless', label: 'Next.js route handler' };
    if (fileKind === 'next-middleware' && (exported === 'middleware' || exported === 'default'))
      return { kind: 'serverless', label: 'Next.js middleware' };
    if (fileKind === 'netlify' && isHandler) return { kind: 'serverless', label: 'Netlify function' };
    if (fileKind === 'vercel' && (exported === 'default' || HTTP_METHOD.test(exported)))
      return { kind: 'serverless', label: 'Vercel function' };
    // A handler with a callback parameter and no promise lets Lambda wait for the event loop.
    if (LAMBDA_NAME.test(exported))
      return { kind: fn.async ? 'serverless' : 'server', label: 'Lambda handler' };
    if (SERVER_EXPORT.test(exported)) return { kind: 'serverless', label: exported };
  }
  if (isWorkerMethod(path, index)) return { kind: 'serverless', label: 'Worker' };
  const parent = path[index - 1];
  if (
    parent?.type === 'CallExpression' &&
    FIREBASE_TRIGGER.test(calleeName(parent) ?? '') &&
    file.imports.some((name) => name.startsWith('firebase-functions'))
  ) {
    return { kind: 'serverless', label: 'Cloud Function' };
  }
  if (isReduxMiddleware(path, index)) return { kind: 'redux', label: 'Redux middleware' };
  const names = paramNames(fn);
  if (names.some((name) => REQUEST.test(name)) && names.some((name) => RESPONSE.test(name)))
    return { kind: 'server', label: 'request handler' };
  if (names[0] === 'ctx' && names[1] === 'next') return { kind: 'server', label: 'middleware' };
  return classDecorators(path, index).some((name) => NEST_ROUTE.test(name))
    ? { kind: 'server', label: 'route method' }
    : null;
}

/** Of one of these lists every pattern stands in a file that has such a function; most files need no syntax tree then. */
const ENTRY_SIGNS: readonly (readonly RegExp[])[] = [
  [/\b_?req(?:uest)?\b/, /\b_?(?:res|resp|response|reply|rep)\b/],
  [/\b(?:handler|lambdaHandler|lambda_handler)\b/],
  [/\b(?:getServerSideProps|getStaticProps|getInitialProps)\b/],
  [/(?:\bfunction\b|\b(?:const|let|var)\b|[{,.])\s*(?:loader|action)\b/, /\bexports?\b/],
  [/\bctx\b/, /\bnext\b/],
  [/\b(?:fetch|scheduled|queue)\b/, /\bexport\s+default\b/],
  [/@nestjs/],
  [/firebase-functions/],
];

/** False if no function of the file can be one that a platform calls. Reads the text only. */
export const mayHaveRequestEntry = (file: CodeFile): boolean =>
  serverFileKind(file.path) !== null ||
  ENTRY_SIGNS.some((signs) => signs.every((sign) => sign.test(file.text)));

/** False if no function of the file can be a Redux middleware. Reads the text only. */
export const mayHaveReduxMiddleware = (file: CodeFile): boolean =>
  /\bnext\b/.test(file.text) && /\b_?a(?:ction)?\b/.test(file.text);

/** The innermost function around a place that a platform calls; null if none is visible in the file. */
export function requestEntry(path: readonly Node[], file: CodeFile): RequestEntry | null {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const fn = path[index];
    const entry = entryAt(path, index, file);
    if (entry && fn && isFunctionNode(fn)) return { ...entry, fn };
  }
  return null;
}
