import { apiUrlOf, readEnvironment } from '../environment.js';
import type { Environment } from '../environment.js';
import { connectApp } from '../github/github-client.js';
import { checkAddress } from './check-address.js';
import { checkApp, compareApp } from './check-app.js';
import { checkDatabase } from './check-database.js';
import { checkEnterprise } from './check-enterprise.js';
import { checkInstallations } from './check-installations.js';
import { checkAnalysis, checkBlobs, checkSandbox } from './check-machine.js';
import { checkDeliveries, checkWebhook } from './check-webhook.js';
import { ok, problem, renderLine } from './line.js';
import type { Line } from './line.js';
import { readManifest } from './manifest.js';

/**
 * Looks at everything that the bot needs and says each thing in a line, as soon as it is known.
 * @param env for example `process.env`
 * @returns whether there was no problem
 */
export async function runDoctor(
  env: Readonly<Record<string, string | undefined>>,
  write: (line: string) => void,
): Promise<boolean> {
  let problems = 0;
  for await (const line of examine(env)) {
    if (line.status === 'problem') problems += 1;
    write(renderLine(line));
  }
  const verdict =
    problems === 0
      ? 'No problem found.'
      : problems === 1
        ? '1 problem found.'
        : `${problems} problems found.`;
  write(`\n${verdict}`);
  return problems === 0;
}

async function* examine(env: Readonly<Record<string, string | undefined>>): AsyncGenerator<Line> {
  yield await checkSandbox();
  const read = readEnvironment(env);
  if ('problems' in read) {
    for (const sentence of read.problems) yield problem('environment', sentence);
    return;
  }
  yield ok('environment', 'Every variable is set as it has to be.');
  yield* examineMachine(read.environment);
  yield* examineGitHub(read.environment);
}

async function* examineMachine(environment: Environment): AsyncGenerator<Line> {
  const { dataDirectory, timeLimitSeconds, memoryLimitMegabytes } = environment;
  const blobs = await checkBlobs(dataDirectory);
  yield blobs;
  yield await checkDatabase(environment.database);
  if (blobs.status === 'problem') return;
  const limits = { timeoutMs: timeLimitSeconds * 1_000, memoryMegabytes: memoryLimitMegabytes };
  yield await checkAnalysis(dataDirectory, limits);
}

async function* examineGitHub(environment: Environment): AsyncGenerator<Line> {
  const { appId, privateKey, webhookSecret, webhookPath } = environment;
  const baseUrl = apiUrlOf(environment);
  const host = new URL(baseUrl ?? 'https://api.github.com').host;
  if (baseUrl !== null) {
    const enterprise = await checkEnterprise(baseUrl);
    yield enterprise;
    if (enterprise.status === 'problem') return;
  }
  const client = await connectApp({ appId: String(appId), privateKey, baseUrl }).app();
  const { lines, app } = await checkApp(client, { appId, host, now: Date.now });
  yield* lines;
  if (!app) return;
  const manifest = readManifest();
  yield* compareApp(app, manifest);
  yield* await checkInstallations(client, { app, manifest, host });
  const webhook = await checkWebhook(client, { host, webhookPath });
  yield* webhook.lines;
  yield await checkDeliveries(client, host);
  if (webhook.url !== null) yield await checkAddress(webhook.url, webhookSecret);
}
