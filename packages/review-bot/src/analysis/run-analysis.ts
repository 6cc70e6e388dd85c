import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AnalysisError } from './analysis-error.js';
import type { AnalysisInput } from './analysis-input.js';
import { analysisResult } from './analysis-result.js';
import type { AnalysisResult } from './analysis-result.js';
import { sandbox } from './sandbox.js';

export interface AnalysisLimits {
  /** Wall-clock time. */
  readonly timeoutMs: number;
  /** Of the whole process. */
  readonly memoryMegabytes: number;
}

/** The compiled one, also for the tests, which run the sources. */
const WORKER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/analysis/worker.js' : './worker.js', import.meta.url),
);
/** 2,500 findings are about 3 MB. */
const MOST_OUTPUT_BYTES = 100_000_000;
const WATCH_MS = 200;
/** What a process needs beside the heap of V8: the parser, buffers, code. */
const HEAP_SHARE = 0.75;
/** A process asks for more than it comes to hold. */
const DATA_SHARE = 2;
/** Addresses that V8 reserves for code at its start and that count, from Node 24 on, as if they were used. */
const CODE_RANGE_MEGABYTES = 512;
const OUT_OF_MEMORY = [
  'process out of memory',
  'heap out of memory',
  'Reached heap limit',
  'Array buffer allocation failed',
  'Failed to allocate memory',
];

const workerAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: analysisResult }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.enum(['bad-configuration', 'crashed', 'out-of-memory']),
      message: z.string().max(20_000),
    }),
  }),
]);

/**
 * Judges a commit in a process of its own that has neither secrets nor network, and that is ended when it takes too long or
 * too much.
 * @throws {AnalysisError}; and the signal's reason when it is aborted
 */
export async function runAnalysis(
  input: AnalysisInput,
  limits: AnalysisLimits & { readonly signal?: AbortSignal; readonly worker?: string },
): Promise<AnalysisResult> {
  const { signal, timeoutMs, memoryMegabytes } = limits;
  const locked = await sandbox();
  signal?.throwIfAborted();
  const { file, args } = locked.command(limits.worker ?? WORKER, {
    heapMegabytes: Math.ceil(memoryMegabytes * HEAP_SHARE),
    dataMegabytes: memoryMegabytes * DATA_SHARE + CODE_RANGE_MEGABYTES,
    cpuSeconds: timeoutMs / 1_000 + 5,
    readable: input.blobs,
  });
  const child = spawn(file, args, { env: {}, cwd: input.blobs, stdio: ['pipe', 'pipe', 'pipe'] });
  const end = endOf(child, { timeoutMs, memoryMegabytes, signal });
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(input));
  const { output, isOutOfMemory } = await end;
  signal?.throwIfAborted();
  const answer = workerAnswer.safeParse(parsed(output));
  if (!answer.success) {
    if (isOutOfMemory) throw outOfMemory(memoryMegabytes);
    if (output === '') throw new AnalysisError('crashed', 'The analysis ended without an answer.');
    throw new AnalysisError('bad-answer', 'The analysis gave an answer of another form.');
  }
  if (answer.data.ok) return answer.data.result;
  if (answer.data.error.code === 'out-of-memory') throw outOfMemory(memoryMegabytes);
  throw new AnalysisError(answer.data.error.code, answer.data.error.message);
}

const outOfMemory = (megabytes: number): AnalysisError =>
  new AnalysisError('out-of-memory', `The analysis needed more than ${megabytes} MB.`);

interface Ended {
  readonly output: string;
  readonly isOutOfMemory: boolean;
}

/** @throws {AnalysisError} if the process had to be ended */
function endOf(
  child: ChildProcess,
  { timeoutMs, memoryMegabytes, signal }: AnalysisLimits & { readonly signal: AbortSignal | undefined },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let problem: AnalysisError | null = null;
    const kill = (why: AnalysisError): void => {
      problem ??= why;
      child.kill('SIGKILL');
    };
    const onAbort = (): void => kill(new AnalysisError('aborted', 'The analysis is no longer wanted.'));
    signal?.addEventListener('abort', onAbort, { once: true });
    const timer = setTimeout(
      () => kill(new AnalysisError('timed-out', `The analysis took longer than ${timeoutMs / 1_000} s.`)),
      timeoutMs,
    );
    const watch = setInterval(() => {
      void residentMegabytes(child.pid).then((size) => {
        if (size > memoryMegabytes) kill(outOfMemory(memoryMegabytes));
      });
    }, WATCH_MS);
    const chunks: Buffer[] = [];
    let size = 0;
    let isOutOfMemory = false;
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_OUTPUT_BYTES)
        kill(new AnalysisError('bad-answer', 'The answer of the analysis is too long.'));
      else chunks.push(chunk);
    });
    // What it says there may quote what it has read, so that only V8's own words for this one case are looked for.
    child.stderr?.on('data', (chunk: Buffer) => {
      isOutOfMemory ||= OUT_OF_MEMORY.some((words) => chunk.includes(words));
    });
    child.on('error', () => {
      problem ??= new AnalysisError('crashed', 'The analysis could not be started.');
    });
    child.on('close', () => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      if (problem) reject(problem);
      else resolve({ output: Buffer.concat(chunks).toString('utf8'), isOutOfMemory });
    });
  });
}

/** How much memory a process holds; 0 where that cannot be told. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
