import { mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

export interface CompiledScript<Exports> {
  readonly exports: Exports;
  /**
   * Keeps what V8 has compiled of the script so far, if that has not been kept before. After the work, so that
   * functions that were compiled when they were called are in it.
   */
  keep(): void;
}

/** Bytes of the checksum in front of what is kept; V8 itself only looks at lengths and versions. */
const CHECKSUM_SIZE = 4;

/**
 * Runs a bundled CommonJS script with the code that V8 compiled for it when it last did the same work: compiling it again
 * takes longer than a small review. Node's own `module.enableCompileCache` does this from Node 22 on; Node 20 has no such thing.
 *
 * What is kept lies beside the script, because it is code that is run: whoever may write there may as well write the
 * script. Where that is not allowed, the script is compiled each time.
 *
 * @param path absolute; the script is ASCII and has no `import()` of its own
 * @param work what the run is for, as part of a file name: other work calls other functions
 */
export function runCompiled<Exports>(path: string, work: string): CompiledScript<Exports> {
  const source = readFileSync(path);
  const folder = join(dirname(path), 'compiled');
  const file = join(folder, `${work}-${crc32(source).toString(16)}-${cachedDataVersionTag().toString(16)}`);
  const cachedData = readKept(file);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source.toString('latin1')}\n})`,
    {
      filename: path,
      ...(cachedData && { cachedData }),
    },
  );
  const isKept = cachedData !== null && script.cachedDataRejected !== true;
  const module = { exports: {} };
  const wrapper = script.runInThisContext() as (...parts: readonly unknown[]) => void;
  wrapper(module.exports, createRequire(path), module, path, dirname(path));
  return {
    exports: module.exports as Exports,
    keep() {
      if (!isKept) write(folder, file, script.createCachedData());
    },
  };
}

function readKept(file: string): Buffer | null {
  try {
    const kept = readFileSync(file);
    const data = kept.subarray(CHECKSUM_SIZE);
    return kept.readUInt32LE() === crc32(data) ? data : null;
  } catch {
    return null;
  }
}

/** All or nothing, also when several processes write at once; nothing where it is not allowed. */
function write(folder: string, file: string, data: Buffer): void {
  const temporary = `${file}.${process.pid}`;
  const checksum = Buffer.alloc(CHECKSUM_SIZE);
  checksum.writeUInt32LE(crc32(data));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, Buffer.concat([checksum, data]));
    renameSync(temporary, file);
  } catch {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never there.
    }
  }
}
