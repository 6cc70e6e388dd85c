import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { ConfigError } from './config-error.js';

export type ConfigPath = readonly (string | number)[];

/** A configuration file as data, with the lines of its parts. */
export interface ConfigDocument {
  readonly value: unknown;
  /** 1-based line of the key (or list item) that a path ends with; null if the file has no such part. */
  lineOf(path: ConfigPath): number | null;
}

/** An alias may repeat a part of the file; this many repetitions are no configuration but an attack. */
const MAX_ALIASES = 50;

/**
 * Reads JSON with comments or YAML, by the file's extension.
 * @throws {ConfigError} `config-unreadable`
 */
export function parseConfigDocument(file: string, text: string): ConfigDocument {
  try {
    return /\.ya?ml$/i.test(file) ? parseYaml(file, text) : parseJson(file, text);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    // Both parsers recurse; the only other thing they throw is a stack overflow or too many aliases.
    throw new ConfigError(
      'config-unreadable',
      file,
      null,
      'it is nested too deeply or repeats itself too often; write it plainly.',
    );
  }
}

function parseJson(file: string, text: string): ConfigDocument {
  const errors: ParseError[] = [];
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [error] = errors;
  if (error) {
    const what = printParseErrorCode(error.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    throw new ConfigError('config-unreadable', file, lineAt(error.offset), `it is not valid JSON (${what}).`);
  }
  return {
    value: root ? getNodeValue(root) : {},
    lineOf(path) {
      const node = root && findNodeAtLocation(root, [...path]);
      if (!node) return null;
      return lineAt(node.parent?.type === 'property' ? node.parent.offset : node.offset);
    },
  };
}

function parseYaml(file: string, text: string): ConfigDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const [reason = ''] = error.message.split('\n');
    throw new ConfigError(
      'config-unreadable',
      file,
      lines.linePos(error.pos[0]).line,
      `it is not valid YAML (${reason}).`,
    );
  }
  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  return {
    value: value ?? {},
    lineOf(path) {
      const offset = yamlOffset(document, path);
      return offset === null ? null : lines.linePos(offset).line;
    },
  };
}

function yamlOffset(document: Document, path: ConfigPath): number | null {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  const node: unknown = path.length > 0 ? document.getIn(path, true) : document.contents;
  return isNode(node) && node.range ? node.range[0] : null;
}
