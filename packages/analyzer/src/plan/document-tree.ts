import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Place } from '../link/value.js';
import type { FilePath } from '../source/source.js';
import { PlanError } from './plan-error.js';
import { lineOf } from './plan-reading.js';

export type DocumentPath = readonly (string | number)[];

/** A JSON or YAML file as data, with the place of everything in it. */
export interface DocumentTree {
  readonly data: unknown;
  /** Place of the key (or the list item) at a path, of its nearest known parent otherwise. */
  placeOf(path: DocumentPath): Place;
  /** 1-based. */
  lineOf(path: DocumentPath): number;
}

/** Offsets of the key at a path, or null if there is no such key. */
type Locate = (path: DocumentPath) => { readonly start: number; readonly end: number } | null;

/**
 * Reads a plan document; comments and trailing commas are welcome in JSON.
 * @throws PlanError `plan-unreadable` with the line of the first mistake.
 */
export function parseDocumentTree(file: FilePath, text: string): DocumentTree {
  const { data, locate } = /\.jsonc?$/.test(file) ? parseJson(file, text) : parseYaml(file, text);
  const placeOf = (path: DocumentPath): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = locate(path.slice(0, length));
      if (found !== null) return { file, ...found };
    }
    return { file, start: 0, end: 0 };
  };
  return { data, placeOf, lineOf: (path) => lineOf(text, placeOf(path).start) };
}

function unreadable(file: FilePath, text: string, offset: number, why: string): PlanError {
  const line = lineOf(text, offset);
  return new PlanError(
    'plan-unreadable',
    `The tracking plan ${file}:${line} cannot be parsed: ${why}.`,
    file,
    line,
  );
}

function parseJson(file: FilePath, text: string): { data: unknown; locate: Locate } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [error] = errors;
  if (error !== undefined)
    throw unreadable(file, text, error.offset, sentence(printParseErrorCode(error.error)));
  if (root === undefined) throw unreadable(file, text, 0, 'value expected');
  const data = jsonData(root, (key) =>
    unreadable(file, text, key.offset, `the key "${String(key.value)}" is there twice`),
  );
  const locate: Locate = (path) => {
    const node = findNodeAtLocation(root, [...path]);
    if (node === undefined) return null;
    const named = node.parent?.type === 'property' ? (node.parent.children?.[0] ?? node) : node;
    return { start: named.offset, end: named.offset + named.length };
  };
  return { data, locate };
}

/** `PropertyNameExpected` → `property name expected`. */
const sentence = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** The value of a JSON node; a key that is there twice is an error, not a silent choice. */
function jsonData(node: Node, duplicate: (key: Node) => PlanError): unknown {
  const children = node.children ?? [];
  if (node.type === 'array') return children.map((child) => jsonData(child, duplicate));
  if (node.type !== 'object') return node.value as unknown;
  const entries = new Map<string, unknown>();
  for (const { children: pair } of children) {
    const [key, value] = pair ?? [];
    if (key === undefined || value === undefined) continue;
    if (entries.has(String(key.value))) throw duplicate(key);
    entries.set(String(key.value), jsonData(value, duplicate));
  }
  return Object.fromEntries(entries);
}

function parseYaml(file: FilePath, text: string): { data: unknown; locate: Locate } {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
  const [error] = document.errors;
  if (error !== undefined) throw unreadable(file, text, error.pos[0], error.message.replace(/\.$/, ''));
  try {
    // Bounded: a document of aliases to aliases must not grow without end.
    return {
      data: document.toJS({ maxAliasCount: 1000 }) as unknown,
      locate: (path) => locateYaml(document, path),
    };
  } catch (cause) {
    throw unreadable(file, text, 0, cause instanceof Error ? cause.message : 'it has too many aliases');
  }
}

function locateYaml(document: Document, path: DocumentPath): { start: number; end: number } | null {
  const last = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
    if (pair !== undefined && isScalar(pair.key) && pair.key.range)
      return { start: pair.key.range[0], end: pair.key.range[1] };
    return null;
  }
  const node = document.getIn(path, true);
  return isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : null;
}
