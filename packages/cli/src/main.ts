#!/usr/bin/env node
import { join } from 'node:path';
import { runCompiled } from './compiled-script.js';
import { EXIT } from './exit-code.js';
import type * as CommandLine from './run.js';

const args = process.argv.slice(2);
const work = args.find((arg) => !arg.startsWith('-')) ?? 'help';
const script = join(import.meta.dirname, 'tracklint.js');
const { exports, keep } = runCompiled<typeof CommandLine>(script, work.replace(/\W/g, '_').slice(0, 20));
void exports.run(args).then((exitCode) => {
  process.exitCode = exitCode;
  // A mistyped command is no work that comes again.
  if (exitCode !== EXIT.failed) keep();
  if (process.stdout.writableLength + process.stderr.writableLength > 0) return;
  // eslint-disable-next-line no-restricted-properties -- All is written. Node would wait for what V8 still compiles in the background.
  process.exit();
});
