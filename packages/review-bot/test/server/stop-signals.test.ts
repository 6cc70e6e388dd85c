import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const SERVER = new URL('../../dist/server/index.js', import.meta.url);

/** A process that something keeps alive for a minute, as the next try at a request does. */
const script = (stop: string): string => `
  import { createLog, stopOnSignals } from '${SERVER.href}';
  setTimeout(() => undefined, 60_000);
  stopOnSignals(createLog('silent'), ${stop});
  console.log('up');`;

it.each([
  ['in order', 'async () => console.log("closed")', 0, 'up\nclosed\n'],
  ['with an error', 'async () => { throw new Error("stuck") }', 1, 'up\n'],
])(
  'a process that is told to stop ends %s, whatever it still waits for',
  async (_, stop, code, said) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script(stop)]);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output === 'up\n') child.kill('SIGTERM');
    });
    const [exitCode] = (await once(child, 'close')) as [number];
    expect([exitCode, output]).toEqual([code, said]);
  },
  30_000,
);
