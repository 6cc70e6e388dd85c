import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, DIRTY, temporaryDirectory, temporaryRepository } from './temporary-repository.js';

const clean = temporaryRepository(CLEAN);
const dirty = temporaryRepository(DIRTY);
const plain = temporaryDirectory(DIRTY);

describe('exit codes of a review', () => {
  it.each([
    ['nothing found', clean, ['review', 'all'], 0],
    ['a P0', dirty, ['review', 'all'], 1],
    ['a P0, never failing', dirty, ['review', 'all', '--fail-on', 'never'], 0],
    ['a P0, failing on P3', dirty, ['review', 'all', '--fail-on', 'p3'], 1],
    ['a P0 elsewhere', dirty, ['review', 'all', 'src/analytics.ts'], 0],
    ['no git repository', plain, ['review', 'all'], 1],
    ['without types and cache', dirty, ['review', 'all', '--no-types', '--no-cache'], 1],
    ['an inventory', dirty, ['inventory'], 0],
    ['the version', clean, ['--version'], 0],
    ['help', clean, ['--help'], 0],
    ['help of a command', clean, ['review', '--help'], 0],
  ])('%s', (_, repository, args, code) => {
    const result = repository.run(args);
    expect(result.err).toBe('');
    expect(result.code).toBe(code);
  });
});

describe('what cannot run', () => {
  it.each([
    ['an unknown command', ['reviwe', 'all'], /unknown command 'reviwe'.*review/],
    ['an unknown option', ['review', 'all', '--fromat', 'json'], /unknown option '--fromat'.*--format/],
    ['an unknown format', ['review', 'all', '--format', 'jsn'], /Did you mean json/],
    [
      'an unknown format of the inventory',
      ['inventory', '--format', 'sarif'],
      /Choose from pretty, json, yaml, csv/,
    ],
    ['an unknown scope', ['review', 'stage'], /Did you mean staged/],
    ['no scope', ['review'], /missing required argument 'mode'/],
    ['an unknown severity', ['review', 'all', '--fail-on', 'P9'], /Choose from P0, P1, P2, P3, never/],
    ['an unknown rule', ['explain', 'no-pi'], /did you mean no-pii/],
    ['a missing path', ['review', 'all', 'src/tsk.ts'], /"src\/tsk\.ts" does not exist/],
    ['a missing path of the inventory', ['inventory', 'lib'], /"lib" does not exist/],
    ['a glob without a match', ['review', 'all', 'lib/**/*.ts'], /No file matches "lib/],
    ['a path outside', ['review', 'all', '..'], /is outside of/],
    ['a missing place', ['explain', 'src/tsk.ts:3'], /"src\/tsk\.ts" is no reviewable file/],
    ['a file without line', ['explain', 'src/task.ts'], /which line/],
    ['a base that does not exist', ['review', 'branch', '--base', 'nope'], /"nope" names no commit/],
    ['a base where none belongs', ['review', 'all', '--base', 'main'], /--base is for "review branch" only/],
    [
      'a missing baseline',
      ['review', 'all', '--baseline', 'b.json'],
      /b\.json does not exist.*baseline create/,
    ],
    ['nothing to prune', ['baseline', 'prune'], /does not exist.*baseline create/],
    [
      'an output in no folder',
      ['review', 'all', '--output', 'no/r.json'],
      /Cannot write .*folder does not exist/,
    ],
    ['an output that is a folder', ['review', 'all', '--output', 'src'], /Cannot write .*folder/],
  ])('%s', (_, args, message) => {
    const result = dirty.run(args);
    expect(result.err).toMatch(message);
    expect(result.err.trimEnd().split('\n')).toHaveLength(1);
    expect(result.err).toMatch(/^tracklint: /);
    expect(result.out).toBe('');
    expect(result.code).toBe(2);
  });

  it.each([
    ['staged', ['review', 'staged']],
    ['branch', ['review', 'branch']],
  ])('%s without a git repository', (_, args) => {
    const result = plain.run(args);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(
      /^tracklint: .*not in a git working tree\. Run it inside a git repository.*\n$/,
    );
  });

  it.each([[['init', '--quiet', '--bare']], [['init', '--quiet', '--separate-git-dir=git', 'tree']]])(
    'staged in a folder of git itself',
    (command) => {
      const repository = temporaryDirectory();
      repository.git(...command);
      const result = repository.run(['review', 'staged'], { folder: command.length > 3 ? 'git' : '' });
      expect(result).toMatchObject({ code: 2, out: '' });
      expect(result.err).toMatch(/is not in a git working tree/);
    },
  );

  it.each([
    ['not JSON', '{', /tracklint\.config\.json:1/],
    ['an unknown key', '{ "rulez": {} }', /tracklint\.config\.json:1.*rules/],
    ['a plan that is not there', '{ "plan": "plan.json" }', /plan\.json does not exist/],
  ])('a configuration with %s', (_, config, message) => {
    const repository = temporaryRepository({ ...CLEAN, 'tracklint.config.json': config });
    const result = repository.run(['review', 'all']);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(message);
    expect(result.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a baseline that is broken', () => {
    const repository = temporaryRepository({ ...CLEAN, 'tracklint-baseline.json': '{"version": 2}' });
    const result = repository.run(['review', 'all', '--baseline', 'tracklint-baseline.json']);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(/^tracklint: The baseline .* is not of version 1/);
  });

  it.skipIf(process.getuid?.() === 0)('an output without permission leaves nothing behind', () => {
    const folder = join(dirty.directory, 'locked');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(dirty.run(['review', 'all', '--output', 'locked/r.json']).code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('prints help when no command is named', () => {
    const result = clean.run([]);
    expect(result.code).toBe(2);
    expect(result.err).toContain('Usage: tracklint');
    expect(existsSync(join(clean.directory, '.git/index.lock'))).toBe(false);
  });
});
