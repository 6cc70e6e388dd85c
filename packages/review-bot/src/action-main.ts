import { runAction } from './action/run-action.js';

process.exitCode = await runAction({
  env: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
});
