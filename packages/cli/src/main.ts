#!/usr/bin/env node
import nodeModule from 'node:module';

// Node 20 does not have it; later versions start faster with it.
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
  nodeModule.enableCompileCache();
}

const { run } = await import('./run.js');
process.exitCode = await run(process.argv.slice(2));
