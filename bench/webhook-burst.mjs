/**
 * How fast the review bot acknowledges a burst of 500 signed deliveries, each on a connection of its own, sent to a real
 * server process that works off jobs meanwhile: all of them at the same instant, and 50 in flight at a time. Measured by
 * the sender, from opening the connection to the first byte of the answer; both processes share this machine, so the
 * sender's own work is in the numbers.
 *
 *   npm run build && node bench/webhook-burst.mjs [--runs 5]
 *
 * On PGlite in a temporary directory, and on the PostgreSQL of TRACKLINT_TEST_DATABASE_URL or of 127.0.0.1, in a schema
 * of its own that is removed. The first burst is that of a process that has just started.
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
import { openDatabase, openQueue } from '../packages/review-bot/dist/queue/index.js';
import {
  createBotServer,
  createLog,
  createMetrics,
  readinessOf,
} from '../packages/review-bot/dist/server/index.js';

const DELIVERIES = 500;
/** What the events of a pull request mostly have. */
const PAYLOAD_BYTES = 25_000;
const JOB_MS = 1_000;
/** Deliveries in flight at a time. */
const SHAPES = [
  ['at once ', DELIVERIES],
  ['50 open ', 50],
];

async function serve({ location, secret, schema }) {
  const log = createLog('silent');
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
  const [{ expected }] = await once(process, 'message');
  await server.close();
  // Also those that were done meanwhile. What is in the journal gets to the database a little later.
  const countStored = async () =>
    (await database.query(`SELECT count(*)::int AS stored FROM ${schema}.job`))[0].stored;
  let stored = await countStored();
  for (const end = Date.now() + 60_000; stored < expected && Date.now() < end; stored = await countStored())
    await new Promise((resolve) => setTimeout(resolve, 50));
  await database.query(`DROP SCHEMA ${schema} CASCADE`);
  await new Promise((resolve) => process.send({ stored }, resolve));
  // Jobs that run are of no interest any more.
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

function report(name, shape, run, answers) {
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share) =>
    times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)].toFixed(0).padStart(4);
  const accepted = answers.filter(({ status }) => status === 202).length;
  console.log(
    `${name}  ${shape}  burst ${run}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms, ${accepted} of ${DELIVERIES} acknowledged`,
  );
}

async function measure(name, location, runs) {
  const secret = randomBytes(16).toString('hex');
  let first = 1;
  for (const [shape, atATime] of SHAPES) {
    const schema = `burst_${randomBytes(6).toString('hex')}`;
    const child = fork(fileURLToPath(import.meta.url), ['--serve'], { execArgv: [] });
    child.send({ location, secret, schema });
    const [{ port }] = await once(child, 'message');
    for (let run = 1; run <= runs; run++) {
      const burst = deliveries(secret, first);
      first += DELIVERIES;
      report(name, shape, run, await sendBurst(port, burst, atATime));
    }
    child.send({ expected: runs * DELIVERIES });
    const [{ stored }] = await once(child, 'message');
    await once(child, 'exit');
    console.log(`${name}  ${shape}  ${stored} of ${runs * DELIVERIES} jobs were stored`);
  }
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
  const url =
    process.env.TRACKLINT_TEST_DATABASE_URL ?? 'postgres://postgres:postgres@127.0.0.1:5432/postgres';
  await measure('PostgreSQL', { url }, runs);
}
