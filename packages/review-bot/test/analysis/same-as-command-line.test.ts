import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { runAnalysis } from '../../src/analysis/run-analysis.js';
import { states } from './states.js';
import type { Files } from './states.js';

const FIXTURES = fileURLToPath(new URL('../../../../test-fixtures/', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../../cli/dist/main.js', import.meta.url));
const LIMITS = { timeoutMs: 60_000, memoryMegabytes: 1_000 };

const projects = [
  ...readdirSync(join(FIXTURES, 'samples')).map((name) => `samples/${name}`),
  ...[
    'wrapper-other-file',
    'wrapper-barrel',
    'wrapper-workspace-package',
    'names-from-json',
    'components-with-personal-data',
  ].map((name) => `resolution/${name}`),
];

function filesOf(directory: string): Files {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('expected.'))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(directory.length + 1), readFileSync(file)];
      }),
  );
}

const isSetting = (path: string): boolean =>
  /(?:^|\/)(?:package\.json|tracklint\.config\..*|tracking-plan\..*|tsconfig\.json)$/.test(path);

/** Where the change starts: from the settings alone, or also from every second file. */
const starts: Readonly<Record<string, (files: Files) => Files>> = {
  'all of its code': (files) => Object.fromEntries(Object.entries(files).filter(([path]) => isSetting(path))),
  'half of its code': (files) =>
    Object.fromEntries(Object.entries(files).filter(([path], index) => isSetting(path) || index % 2 === 0)),
};

interface Report {
  readonly findings: readonly Readonly<Record<string, unknown>>[];
}

/** What both say of a finding. */
const same = (finding: object): unknown => {
  const {
    rule,
    severity,
    file,
    line,
    column,
    endLine,
    endColumn,
    message,
    fix,
    event,
    property,
    fingerprint,
    cause,
  } = finding as Readonly<Record<string, unknown>>;
  return {
    rule,
    severity,
    file,
    line,
    column,
    endLine,
    endColumn,
    message,
    fix,
    event,
    property,
    fingerprint,
    cause,
  };
};

let compared = 0;
afterAll(() => expect(compared).toBeGreaterThan(100));

describe.each(projects)('%s', (project) => {
  it.each(Object.entries(starts))(
    'is judged as on the command line by a change that adds %s',
    async (_, startOf) => {
      const files = filesOf(join(FIXTURES, project));
      const { snapshots, blobs, git } = await states([startOf(files), files]);
      const [base, head] = snapshots;
      if (!base || !head) throw new Error('There are no states.');
      const { findings, accepted } = await runAnalysis(
        { head, base, policy: base, blobs, branch: 'feature', date: '2026-01-01' },
        LIMITS,
      );
      const directory = mkdtempSync(join(tmpdir(), 'tracklint-same-'));
      onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
      cpSync(git.directory, join(directory, '.git'), { recursive: true });
      const run = (file: string, ...args: readonly string[]): string => {
        try {
          return execFileSync(file, args, {
            cwd: directory,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'pipe'],
            maxBuffer: 1e9,
          });
        } catch (error) {
          // Findings make the command fail.
          if (error instanceof Error && 'stdout' in error && 'status' in error && error.status === 1)
            return String(error.stdout);
          throw error;
        }
      };
      run('git', 'config', 'core.bare', 'false');
      run('git', 'branch', '--force', 'base', base.commit);
      run('git', 'checkout', '--quiet', '--force', '-B', 'feature', head.commit);
      const text = run(
        process.execPath,
        COMMAND,
        'review',
        'branch',
        '--base',
        'base',
        '--no-types',
        '--no-cache',
        '--format',
        'json',
      );
      const report = JSON.parse(text) as Report;
      expect(findings.map(same)).toEqual(report.findings.map(same));
      compared += findings.length;
      expect(accepted).toBe(0);
    },
  );
});
