#!/usr/bin/env node
import { Command } from 'commander';
import { readEnvironment } from './environment.js';

/** Exit code of a process that could not do what it was asked for, as in the command line. */
const COULD_NOT_RUN = 2;

function fail(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = COULD_NOT_RUN;
}

const program = new Command('tracklint-bot')
  .description('Reviews the Mixpanel tracking of pull requests: the GitHub App.')
  .showHelpAfterError('(add --help for the commands)');

program
  .command('start', { isDefault: true })
  .description('take webhooks and review pull requests; settings come from the environment')
  .action(async () => {
    const read = readEnvironment(process.env);
    if ('problems' in read) return fail(read.problems);
    try {
      const { start } = await import('./start.js');
      await start(read.environment);
    } catch (error) {
      fail([`Could not start: ${error instanceof Error ? error.message : String(error)}`]);
    }
  });

program
  .command('doctor')
  .description(
    'check settings, GitHub App, webhook, database and sandbox, and say what to do about each problem',
  )
  .action(async () => {
    const { runDoctor } = await import('./doctor/index.js');
    const isHealthy = await runDoctor(process.env, (line) => process.stdout.write(`${line}\n`));
    if (!isHealthy) process.exitCode = COULD_NOT_RUN;
  });

program
  .command('app-url')
  .description('print the address at which a GitHub App with the right permissions and events is made')
  .argument(
    '<webhook-url>',
    'where the bot will take webhooks, such as https://bot.example.com/api/github/webhooks',
  )
  .option('--organization <name>', 'that the App will belong to; without it, the account that is signed in')
  .action(async (webhookUrl: string, { organization }: { organization?: string }) => {
    const { registrationUrl } = await import('./doctor/index.js');
    try {
      const owner = organization ?? null;
      process.stdout.write(`${registrationUrl(webhookUrl, owner, process.env)}\n`);
    } catch (error) {
      fail([error instanceof Error ? error.message : String(error)]);
    }
  });

await program.parseAsync();
