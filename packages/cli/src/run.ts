import { CommanderError } from 'commander';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { describeFailure } from './failure.js';
import { createProgram } from './program.js';

/** Runs the command line and returns its exit code. Never throws. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  leaveStreamErrors();
  let exitCode: ExitCode = EXIT.clean;
  const program = createProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has already printed help, version or its own message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    process.stderr.write(describeFailure(error, process.env['TRACKLINT_DEBUG'] === '1'));
    return EXIT.failed;
  }
}

/**
 * `tracklint … | head` closes the pipe early; nobody is left to read, so there is nothing to complain about. Who writes
 * hears of other errors in the callback.
 */
function leaveStreamErrors(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
