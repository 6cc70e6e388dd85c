/**
 * The process that judges: reads its task from standard input, answers on standard output, and can do nothing else. It
 * has no secrets, no network, and may read the blob store and its own code only; see `sandbox.ts`.
 */
import { AnalysisError } from './analysis-error.js';
import { analysisInput } from './analysis-input.js';
import { lockNetwork } from './lock-network.js';

lockNetwork();

/** What the process answers, as one JSON text. */
type WorkerAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

async function answer(): Promise<WorkerAnswer> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    const input = analysisInput.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    const { analyse } = await import('./analyse.js');
    return { ok: true, result: await analyse(input) };
  } catch (error) {
    const code = error instanceof AnalysisError ? error.code : isMemory(error) ? 'out-of-memory' : 'crashed';
    // The message of any other error may quote what was read.
    const message = error instanceof AnalysisError ? error.message : placeOf(error);
    return { ok: false, error: { code, message } };
  }
}

/** What V8, and Node from 24 on, say where memory outside of the heap is refused. */
const isMemory = (error: unknown): boolean =>
  error instanceof RangeError &&
  /^(?:Array buffer allocation failed|Failed to allocate memory)$/.test(error.message);

/** Where in our own code an error came up, without its message. */
function placeOf(error: unknown): string {
  const frame =
    error instanceof Error ? /\n\s+at [^\n]*?([\w.-]+\.js:\d+:\d+)/.exec(error.stack ?? '')?.[1] : null;
  const name = error instanceof Error ? error.name : 'error';
  return `The analysis failed with a ${name}${frame ? ` in ${frame}` : ''}.`;
}

process.stdout.write(JSON.stringify(await answer()));
