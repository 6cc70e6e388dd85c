import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  REVIEW_FORMATS as ANALYZER_REVIEW_FORMATS,
  INVENTORY_FORMATS as ANALYZER_INVENTORY_FORMATS,
} from '@tracklint/analyzer';
import { describe, expect, it } from 'vitest';
import { INVENTORY_FORMATS, REVIEW_FORMATS } from '../src/program.js';
import { wantsColor } from '../src/output.js';
import { DIRTY, temporaryRepository } from './temporary-repository.js';

const dirty = temporaryRepository(DIRTY);

describe('output', () => {
  it('offers every format', () => {
    expect([...REVIEW_FORMATS].sort()).toEqual([...ANALYZER_REVIEW_FORMATS].sort());
    expect([...INVENTORY_FORMATS].sort()).toEqual([...ANALYZER_INVENTORY_FORMATS].sort());
  });

  it.each([
    ['pretty', /^P0 CRITICAL/],
    ['json', /^\{\n {2}"version": 1/],
    ['sarif', /"version": "2\.1\.0"/],
    ['markdown', /^# Mixpanel Implementation Review\n/],
    ['html', /^<!doctype html>/],
    ['github', /^::error file=src\/task\.ts,line=4/],
  ])('prints %s, twice the same', (format, start) => {
    const runs = [1, 2].map(() => dirty.run(['review', 'all', '--format', format]));
    expect(runs[0]?.out).toMatch(start);
    expect(runs[0]?.err).toBe('');
    const withoutTime = runs.map(({ out }) => out.replace(/"milliseconds": \d+/, ''));
    expect(withoutTime[0]).toBe(withoutTime[1]);
  });

  it('writes to a file instead, and never changes the work tree otherwise', () => {
    const repository = temporaryRepository({ ...DIRTY, '.gitignore': 'report.html\n' });
    const result = repository.run(['review', 'all', '--format', 'html', '--output', 'report.html']);
    expect(result).toEqual({ code: 1, out: '', err: '' });
    expect(repository.read('report.html')).toContain('<!doctype html>');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))('says so when standard output takes nothing', () => {
    const full = openSync('/dev/full', 'w');
    const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
    for (const args of [['review', 'all'], ['inventory'], ['explain', 'no-pii']]) {
      const result = spawnSync(process.execPath, [main, ...args], {
        cwd: dirty.directory,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      expect(result.stderr).toBe('tracklint: Cannot write to standard output (ENOSPC); use --output FILE.\n');
      expect(result.status).toBe(2);
    }
    closeSync(full);
  });

  it('reads paths relative to where it was started', () => {
    const files = {
      ...DIRTY,
      'app/[id]/page.tsx':
        "import { trackEvent } from '../../src/analytics';\ntrackEvent('A', { phone: user.phone });\n",
    };
    const repository = temporaryRepository(files);
    const files_ = (args: string[], folder = ''): string[] => {
      const { out } = repository.run(['review', 'all', ...args, '--format', 'json'], { folder });
      return (JSON.parse(out) as { findings: { rule: string; file: string }[] }).findings
        .filter(({ rule }) => rule === 'no-pii')
        .map(({ file }) => file);
    };
    expect(files_([])).toEqual(['app/[id]/page.tsx', 'src/task.ts']);
    expect(files_([], 'src')).toEqual(['app/[id]/page.tsx', 'src/task.ts']);
    expect(files_(['.'], 'src')).toEqual(['src/task.ts']);
    expect(files_(['task.ts'], 'src')).toEqual(['src/task.ts']);
    expect(files_(['../app'], 'src')).toEqual(['app/[id]/page.tsx']);
    expect(files_(['app/[id]/page.tsx'])).toEqual(['app/[id]/page.tsx']);
    expect(files_(['**/*.tsx'])).toEqual(['app/[id]/page.tsx']);
  });

  it('is quiet when nobody reads on', async () => {
    const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
    const child = spawn(process.execPath, [main, 'review', 'all', '--format', 'html'], {
      cwd: dirty.directory,
    });
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    const code = await new Promise((done) => child.on('close', done));
    expect(errors).toBe('');
    expect(code).toBe(1);
  });

  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['NO_COLOR and FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
    ['an empty FORCE_COLOR', { FORCE_COLOR: '' }, false, false],
  ])('decides on colours for %s', (_, env, isTerminal, expected) => {
    expect(wantsColor(env, isTerminal)).toBe(expected);
  });

  it('prints no colours into a pipe, in continuous integration neither', () => {
    expect(dirty.run(['review', 'all'], { env: { CI: 'true' } }).out).toMatch(/^P0 CRITICAL/);
  });

  it('keeps to a narrow terminal', () => {
    const { out } = dirty.run(['review', 'all'], { env: { COLUMNS: '40' } });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it('shows the stack of an unexpected error only when asked', () => {
    const hidden = dirty.run(['explain', 'no-pi']);
    const shown = dirty.run(['explain', 'no-pi'], { env: { TRACKLINT_DEBUG: '1' } });
    expect(hidden.err).not.toContain(' at ');
    expect(shown.err).toContain(' at ');
  });
});

describe('help', () => {
  it.each([
    [['--help']],
    [['review', '--help']],
    [['inventory', '--help']],
    [['explain', '--help']],
    [['baseline', '--help']],
    [['baseline', 'create', '--help']],
    [['baseline', 'prune', '--help']],
  ])('of %j shows an example', (args) => {
    expect(dirty.run(args).out).toMatch(/Examples:\n {2}\$ tracklint /);
  });
});

describe('explain', () => {
  it('prints what is known about a rule', () => {
    const { out } = dirty.run(['explain', 'no-pii']);
    expect(out).toMatch(/^mixpanel\/no-pii\n/);
    const prose = out.split('\n').filter((line) => !line.startsWith('    '));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(dirty.run(['explain', 'mixpanel/no-pii']).out).toBe(out);
  });

  it('prints what is tracked and found at a line', () => {
    const { out, code } = dirty.run(['explain', 'src/task.ts:4']);
    expect(dirty.run(['explain', './src/task.ts:4:3']).out).toBe(out);
    expect(dirty.run(['explain', 'task.ts:4'], { folder: 'src' }).out).toBe(out);
    expect(code).toBe(0);
    expect(out).toMatch(/event +"Task Created"/);
    expect(out).toMatch(/via +trackEvent \(src\/analytics\.ts:\d\)/);
    expect(out).toContain('P0 no-pii at src/task.ts:4');
  });

  it('prints who comes through a wrapper', () => {
    expect(dirty.run(['explain', 'src/analytics.ts:5']).out).toContain('src/task.ts:4 Task Created');
  });

  it('says when there is nothing', () => {
    const { out, code } = dirty.run(['explain', 'src/task.ts:1']);
    expect(out).toBe(
      'Nothing is tracked or found at src/task.ts:1. The file has tracking calls at line 4.\n',
    );
    expect(code).toBe(0);
  });
});
