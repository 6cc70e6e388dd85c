import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const printPeakMemory = new URL('./print-peak-memory.mjs', import.meta.url).href;

const environment = { ...process.env };
// Settings of the machine that make every start of Node slower (the certificates by 40 ms) and are not what is measured.
for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS']) delete environment[name];

/** Standard output of a process that has to succeed. */
export function runNode(args, cwd, env = {}) {
  const result = spawnSync(process.execPath, args, {
    cwd,
    env: { ...environment, NO_COLOR: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) {
    throw new Error(`node ${args.join(' ')} ended with ${result.status}:\n${result.stderr || result.stdout}`);
  }
  return result.stdout;
}

/**
 * Wall-clock time of a whole process, start-up included.
 * @returns {number} Milliseconds.
 */
export function timeNode(args, cwd) {
  const started = performance.now();
  runNode(args, cwd);
  return performance.now() - started;
}

/**
 * Peak resident memory of a process, in a run of its own so that measuring does not cost time elsewhere.
 * @returns {number} Megabytes.
 */
export function peakMemoryOfNode(args, cwd) {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-peak-'));
  const file = join(directory, 'kilobytes');
  try {
    runNode(['--import', printPeakMemory, ...args], cwd, { PEAK_MEMORY_FILE: file });
    return Number(readFileSync(file, 'utf8')) / 1024;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** @param {readonly number[]} values Not empty. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
