import { isUtf8 } from 'node:buffer';
import { MAX_FILE_BYTES } from './reviewable.js';
import type { SkippedFile } from './source.js';

const LFS_POINTER = 'version https://git-lfs.github.com/spec/';
/** Below this size even a bundle is cheap to parse, so its content is not looked at. */
const MIN_BUNDLE_BYTES = 32_000;
/** Prettier's widest common setting is 120; data tables in code go further, but not on average. */
const MINIFIED_LINE_LENGTH = 400;
const BUNDLER_MARK = /\b__webpack_require__\b|\bwebpackBootstrap\b|\bwebpackJsonp\b|\bparcelRequire\b/;

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'skipped'; readonly reason: SkippedFile['reason'] }
  /** Binary content, UTF-16, or a pointer to a file that lies in LFS. */
  | { readonly kind: 'unreadable' };

/** True if a file of so many bytes may turn out to be skipped, so that its content has to be looked at. */
export function mayBeSkipped(bytes: number): boolean {
  return bytes >= MIN_BUNDLE_BYTES;
}

/**
 * The text of a file's bytes, without a byte order mark (as ESLint counts offsets), or why there is none. Bytes that are
 * not UTF-8, as in old files in Latin-1, become replacement characters, for ESLint and TypeScript too.
 */
export function toFileText(bytes: Buffer): FileText {
  if (bytes.length > MAX_FILE_BYTES) return { kind: 'skipped', reason: 'large' };
  if (!isUtf8(bytes) && bytes.includes(0)) return { kind: 'unreadable' };
  const raw = bytes.toString('utf8');
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  if (text.startsWith(LFS_POINTER)) return { kind: 'unreadable' };
  if (bytes.length >= MIN_BUNDLE_BYTES && isBundle(text)) return { kind: 'skipped', reason: 'generated' };
  return { kind: 'text', text };
}

function isBundle(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > MINIFIED_LINE_LENGTH || BUNDLER_MARK.test(text);
}
