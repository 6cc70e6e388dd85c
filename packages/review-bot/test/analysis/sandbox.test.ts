import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { getPriority, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisInput } from '../../src/analysis/analysis-input.js';
import { runAnalysis } from '../../src/analysis/run-analysis.js';
import { sandbox } from '../../src/analysis/sandbox.js';

const PROBE = fileURLToPath(new URL('./probe.mjs', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));
const ID = 'a'.repeat(40);
const { hasNoNetwork } = await sandbox();

const directory = mkdtempSync(join(tmpdir(), 'tracklint-sandbox-'));
const outside = mkdtempSync(join(tmpdir(), 'tracklint-outside-'));
const canary = join(outside, 'canary');
let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
let port = 0;

beforeAll(async () => {
  writeFileSync(canary, 'alive');
  writeFileSync(join(directory, 'own'), 'own');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  for (const each of [directory, outside]) rmSync(each, { recursive: true, force: true });
});

const inputOf = (action: string, date = '2026-01-01'): AnalysisInput => {
  const empty = { commit: ID, files: [] };
  return { head: empty, base: null, policy: empty, blobs: directory, branch: action, date };
};

const start = (
  action: string,
  {
    date,
    ...own
  }: { timeoutMs?: number; memoryMegabytes?: number; date?: string; signal?: AbortSignal } = {},
) => runAnalysis(inputOf(action, date), { timeoutMs: 30_000, memoryMegabytes: 500, worker: PROBE, ...own });

/** What the probe says of attempts that one process makes one after the other. */
async function attempt(...actions: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  try {
    await start(actions.join('\n'));
  } catch (error) {
    const answers = JSON.parse(error instanceof Error ? error.message : '') as readonly string[];
    return actions.map((action, index) => [action, answers[index] ?? '']);
  }
  throw new Error('The probe has answered with a result.');
}

const isOnlyDenied = async (...actions: readonly string[]): Promise<void> => {
  expect(await attempt(...actions)).toEqual(actions.map((action) => [action, 'denied: ERR_ACCESS_DENIED']));
};

describe('the process that judges', () => {
  it('has an empty environment', async () => {
    process.env['TRACKLINT_TEST_SECRET'] = 'hunter2';
    const [[, environment] = [], [, args] = []] = await attempt('environment', 'arguments');
    delete process.env['TRACKLINT_TEST_SECRET'];
    const { PWD, ...rest } = JSON.parse((environment ?? '').replace('possible: ', '')) as Record<
      string,
      string
    >;
    expect([[undefined, directory].includes(PWD), rest, args]).toEqual([true, {}, 'possible: ']);
  });

  it('reads its own directory and nothing else', async () => {
    expect(await attempt(`read ${join(directory, 'own')}`)).toEqual([[expect.anything(), 'possible: own']]);
    const up = `${directory}/../${basename(outside)}`;
    await isOnlyDenied(
      ...['read /etc/passwd', 'read-by-descriptor /etc/passwd', 'read-by-url /etc/passwd'],
      ...['read-of-parent', 'read /proc/self/environ', 'list /', `list ${tmpdir()}`],
      ...[`read ${canary}`, `read ${up}/canary`, `list ${up}`],
      ...[`list ${join(PROJECT, '.git')}`, `read ${join(PROJECT, 'package.json')}`],
    );
  });

  it('writes nowhere', async () => {
    const own = join(directory, 'own');
    const fresh = join(directory, 'new');
    await isOnlyDenied(
      ...[`write ${fresh}`, `write ${join(outside, 'new')}`, `append ${canary}`, `append ${own}`],
      ...[`make-directory ${fresh}`, `remove ${own}`, `link-out ${fresh}`, `change-mode ${own}`],
      ...[`open-for-writing ${fresh}`, `temporary-directory ${fresh}`, `write-stream ${fresh}`],
    );
    expect([readdirSync(directory), readFileSync(own, 'utf8')]).toEqual([['own'], 'own']);
    expect([readdirSync(outside), readFileSync(canary, 'utf8')]).toEqual([['canary'], 'alive']);
  });

  it('starts no processes and no threads', () =>
    isOnlyDenied('spawn', 'spawn-later', 'fork', 'thread', 'wasi', 'inspector', 'binding'));

  it.skipIf(!hasNoNetwork)('has no network, by the word of the operating system', async () => {
    const actions = [`connect ${port}`, `datagram ${port}`, `fetch ${port}`, 'lookup'];
    const denied = expect.stringMatching(/^denied: /) as string;
    expect(await attempt(...actions)).toEqual(actions.map((action) => [action, denied]));
    expect(connections).toBe(0);
  });

  it.skipIf(!existsSync('/usr/bin/nice'))('gives way to the process that acknowledges', async () => {
    expect(await attempt('priority')).toEqual([
      ['priority', `possible: ${Math.min(getPriority() + 10, 19)}`],
    ]);
  });

  it('has no network by its own doing', async () => {
    const actions = [`connect ${port}`, 'listen', `datagram ${port}`, `fetch ${port}`, 'lookup'];
    const refused = (action: string) => [action, 'denied: The analysis has no network.'];
    expect((await attempt('lock', ...actions)).slice(1)).toEqual(actions.map(refused));
    expect(connections).toBe(0);
  });
});

describe('runAnalysis', () => {
  it('ends a process that takes too long', async () => {
    for (const action of ['loop', 'wait']) {
      const before = performance.now();
      await expect(start(action, { timeoutMs: 700 })).rejects.toMatchObject({ code: 'timed-out' });
      expect(performance.now() - before).toBeLessThan(3_000);
    }
  });

  it('ends a process that takes too much memory, in the heap of JavaScript and outside of it', async () => {
    for (const action of ['heap', 'buffers', 'burst 3000'])
      await expect(start(action, { memoryMegabytes: 200 }), action).rejects.toMatchObject({
        code: 'out-of-memory',
      });
  });

  it('ends it when it is no longer wanted', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('superseded')), 300);
    await expect(start('loop', { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' });
    await expect(start('nothing', { signal: controller.signal })).rejects.toThrow('superseded');
  });

  it('believes nothing that has another form', async () => {
    await expect(start('output')).rejects.toMatchObject({ code: 'bad-answer' });
    const bad = [
      '{}',
      'null',
      '[]',
      'x',
      '{"ok":true}',
      '{"ok":true,"result":{"findings":[]}}',
      '{"ok":false,"error":{"code":"aborted","message":"x"}}',
      `{"ok":false,"error":{"code":"crashed","message":${JSON.stringify('x'.repeat(30_000))}}}`,
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    ];
    for (const date of bad)
      await expect(start('answer', { date })).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('says so when there is no answer', async () => {
    for (const action of ['nothing', 'exit', 'noise'])
      await expect(start(action)).rejects.toMatchObject({ code: 'crashed' });
  });

  it('leaves no process behind when it is killed itself', async () => {
    const script = `
      import { runAnalysis } from ${JSON.stringify(new URL('../../dist/analysis/run-analysis.js', import.meta.url).href)};
      await runAnalysis(${JSON.stringify(inputOf('loop'))}, { timeoutMs: 1_000, memoryMegabytes: 500, worker: ${JSON.stringify(PROBE)} });`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    let children: readonly number[] = [];
    while (children.length === 0) {
      await sleep(50);
      children = probesOf(directory);
    }
    parent.kill('SIGKILL');
    const until = performance.now() + 15_000;
    while (probesOf(directory).length > 0 && performance.now() < until) await sleep(100);
    expect(probesOf(directory)).toEqual([]);
  });
});

/** Processes of ours, by the directory that they may read. */
function probesOf(readable: string): readonly number[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes(`--allow-fs-read=${readable}/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
