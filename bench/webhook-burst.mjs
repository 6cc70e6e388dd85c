/**
 * How fast the review bot acknowledges a burst: 500 signed deliveries at the same moment, each on a connection of its
 * own, to a real server process that works off jobs meanwhile. Measured by the sender, from its first byte to the
 * answer, so its own share of the work is in the numbers; both processes share this machine.
 *
 *   npm run build && node bench/webhook-burst.mjs [--runs 5]
 *
 * On PGlite in a temporary directory, and on the PostgreSQL of TRACKLINT_TEST_DATABASE_URL or of 127.0.0.1, in a schema
 * of its own that is removed.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { openDatabase, openQueue } from '../packages/review-bot/dist/queue/index.js';
import { createBotServer, createMetrics, readinessOf } from '../packages/review-bot/dist/server/index.js';

const DELIVERIES = 500;
/** What the events of a pull request mostly have. */
const PAYLOAD_BYTES = 25_000;
const JOB_MS = 1_000;

async function serve({ location, secret, schema }) {
  const log = pino({ level: 'silent' });
  const database = await openDatabase(location);
  const queue = await openQueue({ database, log, schema });
  await queue.work({
    run: () => new Promise((resolve) => setTimeout(resolve, JOB_MS)),
    giveUp: async () => undefined,
  });
  const server = createBotServer({
    secret,
    queue,
    jobsOf: (_event, { number, head }) => [
      {
        kind: 'review-pull-request',
        installation: 1,
        owner: 'example',
        repo: 'shop',
        number,
        head,
        extent: 'changes',
        again: false,
      },
    ],
    metrics: createMetrics(() => queue.stats()),
    metricsToken: null,
    readiness: readinessOf(database, queue),
    log,
  });
  const port = await server.listen(0, '127.0.0.1');
  process.send({ port });
  await once(process, 'message');
  const { waiting, active } = await queue.stats();
  await server.close();
  await database.query(`DROP SCHEMA ${schema} CASCADE`);
  process.send({ stored: waiting + active });
  // Jobs that run are of no interest any more.
  process.disconnect();
  process.kill(process.pid, 'SIGKILL');
}

/** A delivery as bytes, so that sending it costs the sender as little as possible. */
function deliveries(secret, from) {
  return Array.from({ length: DELIVERIES }, (_, index) => {
    const head = randomBytes(20).toString('hex');
    const body = JSON.stringify({ number: from + index, head, text: 'x'.repeat(PAYLOAD_BYTES) });
    const headers = [
      'POST /api/github/webhooks HTTP/1.1',
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'X-GitHub-Event: pull_request',
      `X-GitHub-Delivery: ${randomUUID()}`,
      `X-Hub-Signature-256: sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      'Connection: close',
    ];
    return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${body}`);
  });
}

/** From the call that opens the connection to the first byte of the answer. */
function deliver(port, bytes) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', reject);
    socket.once('data', (answer) => {
      resolve({
        milliseconds: performance.now() - started,
        status: Number(answer.toString('latin1', 9, 12)),
      });
      socket.destroy();
    });
    socket.write(bytes);
  });
}

/** Sends all, at most `atATime` of them in flight. */
async function sendBurst(port, burst, atATime) {
  const left = burst.values();
  const answers = [];
  const sender = async () => {
    for (const bytes of left) answers.push(await deliver(port, bytes));
  };
  await Promise.all(Array.from({ length: atATime }, sender));
  return answers;
}

async function measure(name, location, runs, atATime = Number(process.env.AT ?? 500)) {
  const secret = randomBytes(16).toString('hex');
  const schema = `burst_${randomBytes(6).toString('hex')}`;
  const child = fork(fileURLToPath(import.meta.url), ['--serve'], { execArgv: [] });
  child.send({ location, secret, schema });
  const [{ port }] = await once(child, 'message');
  for (let run = 1; run <= runs; run++) {
    const burst = deliveries(secret, run * DELIVERIES);
    const answers = await sendBurst(port, burst, atATime);
    const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);
    const accepted = answers.filter(({ status }) => status === 202).length;
    console.log(
      `${name}  burst ${run}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms, ${accepted} of ${DELIVERIES} acknowledged`,
    );
  }
  child.send('stop');
  const [{ stored }] = await once(child, 'message');
  console.log(
    `${name}  ${stored} jobs in the queue of ${runs * DELIVERIES} (the others were done meanwhile)`,
  );
}

if (process.argv.includes('--serve')) {
  const [options] = await once(process, 'message');
  await serve(options);
} else {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  const runs = Number(values.runs);
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-burst-'));
  try {
    await measure('PGlite    ', { directory }, runs);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  const url = process.env.TRACKLINT_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  await measure('PostgreSQL', { url }, runs);
}
