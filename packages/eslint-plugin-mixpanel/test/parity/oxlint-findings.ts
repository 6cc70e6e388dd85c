import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import mixpanel from '../../src/index.js';
import type { FixtureCopies } from './fixture-copies.js';
import { sorted } from './host-finding.js';
import type { Findings, HostFinding } from './host-finding.js';

const PLUGIN = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
const OXLINT = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');

interface Diagnostic {
  readonly message: string;
  /** `mixpanel(no-pii)`; absent if oxlint itself has something to say. */
  readonly code?: string;
  readonly filename: string;
  /** Offsets count bytes. */
  readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[];
}

/** All fixtures in one process of oxlint, with every rule of the built plugin on. */
export function oxlintFindings({ fixtures, elsewhere }: FixtureCopies): Findings {
  const config = join(elsewhere, '.oxlintrc.json');
  const rules = Object.keys(mixpanel.rules).map((rule) => [`mixpanel/${rule}`, 'error']);
  writeFileSync(
    config,
    JSON.stringify({
      jsPlugins: [PLUGIN],
      plugins: [],
      categories: { correctness: 'off' },
      rules: Object.fromEntries(rules),
    }),
  );
  const { stdout } = spawnSync(
    process.execPath,
    [OXLINT, '--config', config, '--format', 'json', ...fixtures.map(({ root }) => root)],
    { cwd: elsewhere, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  return new Map(
    fixtures.map(({ name, root }) => [
      name,
      sorted(
        diagnostics
          .filter(({ filename }) => filename.startsWith(`${root}/`))
          .map((diagnostic) => toHostFinding(root, diagnostic)),
      ),
    ]),
  );
}

function toHostFinding(root: string, { message, code, filename, labels }: Diagnostic): HostFinding {
  const rule = /^mixpanel\((.+)\)$/.exec(code ?? '')?.[1];
  const span = labels[0]?.span;
  if (!rule || !span) throw new Error(`${filename}: ${message}`);
  const bytes = readFileSync(filename);
  const [line, column] = placeOf(bytes, span.offset);
  const [endLine, endColumn] = placeOf(bytes, span.offset + span.length);
  return { file: relative(root, filename), line, column, endLine, endColumn, rule, message };
}

function placeOf(bytes: Buffer, offset: number): readonly [number, number] {
  const lines = bytes.subarray(0, offset).toString('utf8').replace('\uFEFF', '').split(/\r?\n/);
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}
