import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GitHubServer } from '../../../../test-fixtures/github-server/index.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface DoctorRun {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `tracklint-bot doctor` as a process of its own, for the App of a fake GitHub. */
export function runDoctorProcess(
  { app, url }: GitHubServer,
  env: Readonly<Record<string, string>>,
): Promise<DoctorRun> {
  const child = spawn(process.execPath, [MAIN, 'doctor'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: app.webhookSecret,
      GHE_HOST: new URL(url).host,
      GHE_PROTOCOL: 'http',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
