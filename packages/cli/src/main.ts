#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runCompiled } from './compiled-script.js';
import { EXIT } from './exit-code.js';
import type * as CommandLine from './run.js';

const args = process.argv.slice(2);
const work = args.find((arg) => !arg.startsWith('-')) ?? 'help';
const script = fileURLToPath(new URL('tracklint.cjs', import.meta.url));
const { exports, keep } = runCompiled<typeof CommandLine>(script, work.replace(/\W/g, '_').slice(0, 20));
process.exitCode = await exports.run(args);
// A mistyped command is no work that comes again.
if (process.exitCode !== EXIT.failed) keep();
