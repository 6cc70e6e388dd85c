/**
 * How fast the review bot acknowledges a burst of 500 signed deliveries, each on a connection of its own, while two
 * processes with the priority of reviews keep both processors of a small machine busy: all of them at the same instant, and
 * 50 in flight at a time. Measured by the sender, from opening the connection to the first byte of the answer; all
 * processes share this machine, so the sender's own work is in the numbers. What the machine gives at best is told by a
 * server of Node that only reads the bodies and answers.
 *
 *   npm run build && node bench/webhook-burst.mjs [--runs 5]
 *
 * On PGlite in a temporary directory, and on the PostgreSQL of TRACKLINT_TEST_DATABASE_URL or of 127.0.0.1, in a schema
 * of its own that is removed. The first burst is that of a process that has just started.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sandbox } from '../packages/review-bot/dist/analysis/sandbox.js';
import { jobsOf } from '../packages/review-bot/dist/events/jobs-of.js';
import { openDatabase, openQueue } from '../packages/review-bot/dist/queue/index.js';
import {
  createBotServer,
  createLog,
  createMetrics,
  readinessOf,
} from '../packages/review-bot/dist/server/index.js';

const SELF = fileURLToPath(import.meta.url);
const BUSY = fileURLToPath(new URL('busy-process.mjs', import.meta.url));
const DELIVERIES = 500;
/** Of what the events of a pull request mostly have: about 25 kB. */
const LINKS = 300;
/** Deliveries in flight at a time. */
const SHAPES = [
  ['at once ', DELIVERIES],
  ['50 open ', 50],
];

/** The bot without GitHub: its jobs are processes as those of its reviews, which only keep a processor busy. */
async function serveBot({ location, secret, schema }) {
  const log = createLog('silent');
  const database = await openDatabase(location);
  const queue = await openQueue({ database, log, schema });
  await sandbox();
  await queue.work({ run: keepBusy, giveUp: async () => undefined });
  const metrics = createMetrics(() => queue.stats());
  const readiness = readinessOf(database, queue);
  const server = createBotServer({ secret, queue, jobsOf, metrics, metricsToken: null, readiness, log });
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
  const [{ done }] = await database.query(
    `SELECT count(*)::int AS done FROM ${schema}.job WHERE state IN ('completed', 'cancelled')`,
  );
  await database.query(`DROP SCHEMA ${schema} CASCADE`);
  await new Promise((resolve) => process.send({ stored, done }, resolve));
  // Jobs that run are of no interest any more.
  process.kill(process.pid, 'SIGKILL');
}

/** Reads and answers, with the same processes beside it. */
async function serveBare() {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => response.writeHead(Buffer.concat(chunks).length > 0 ? 202 : 400).end('Read.'));
  });
  server.listen({ port: 0, host: '127.0.0.1', backlog: 2_048 });
  await once(server, 'listening');
  for (let place = 0; place < 2; place++)
    void (async () => {
      for (;;) await keepBusy();
    })();
  process.send({ port: server.address().port });
  await once(process, 'message');
  await new Promise((resolve) => process.send({ stored: 0, done: 0 }, resolve));
  process.kill(process.pid, 'SIGKILL');
}

async function keepBusy() {
  const limits = { heapMegabytes: 512, dataMegabytes: 2_048, cpuSeconds: 10, readable: dirname(BUSY) };
  const { file, args } = (await sandbox()).command(BUSY, limits);
  const child = spawn(file, args, { env: {}, cwd: dirname(BUSY), stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The busy process ended with ${code}.`);
}

/** A delivery as bytes, so that sending it costs the sender as little as possible. */
function deliveries(secret, from) {
  const links = Object.fromEntries(
    Array.from({ length: LINKS }, (_, index) => [
      `link_${index}_url`,
      `https://api.github.example.com/repos/example/shop/pulls/links/${index}{/number}`,
    ]),
  );
  return Array.from({ length: DELIVERIES }, (_, index) => {
    const body = JSON.stringify({
      action: 'synchronize',
      number: from + index,
      installation: { id: 1 },
      repository: { id: 1, name: 'shop', owner: { login: 'example' } },
      pull_request: {
        ...links,
        head: { sha: randomBytes(20).toString('hex') },
        base: { sha: randomBytes(20).toString('hex') },
      },
    });
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

/** @param location of the database; null: the server that only reads and answers */
async function measure(name, location, runs) {
  const secret = randomBytes(16).toString('hex');
  let first = 1;
  for (const [shape, atATime] of SHAPES) {
    const schema = `burst_${randomBytes(6).toString('hex')}`;
    const child = fork(SELF, ['--serve'], { execArgv: [] });
    child.send({ location, secret, schema });
    const [{ port }] = await once(child, 'message');
    for (let run = 1; run <= runs; run++) {
      const burst = deliveries(secret, first);
      first += DELIVERIES;
      report(name, shape, run, await sendBurst(port, burst, atATime));
    }
    child.send({ expected: runs * DELIVERIES });
    const [{ stored, done }] = await once(child, 'message');
    await once(child, 'exit');
    if (location)
      console.log(
        `${name}  ${shape}  ${stored} of ${runs * DELIVERIES} jobs were stored, ${done} done meanwhile`,
      );
  }
}

if (process.argv.includes('--serve')) {
  const [options] = await once(process, 'message');
  await (options.location ? serveBot(options) : serveBare());
} else {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  const runs = Number(values.runs);
  await measure('only reads', null, runs);
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
