/**
 * Runs in the place of the analysis and tries what it must not be able to do. `branch` of its input says what, one attempt a
 * line; its answers are `denied: <code or message>` or `possible: <what came of it>`.
 */
import { Buffer } from 'node:buffer';
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns/promises';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import { Worker } from 'node:worker_threads';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = JSON.parse(Buffer.concat(chunks).toString('utf8'));
const attempts = input.branch.split('\n').map((line) => line.split(' '));

/** @returns a promise for the first of two events of an emitter; the second is `error` */
const first = (emitter, event) =>
  new Promise((resolve, reject) => emitter.once(event, resolve).once('error', reject));

/** Each gets its argument, as text. */
const ATTEMPTS = {
  environment: () => JSON.stringify(process.env),
  'working-directory': () => process.cwd(),
  priority: () => os.getPriority(),
  arguments: () => process.argv.slice(2).join(' '),
  read: (argument) => fs.readFileSync(argument, 'utf8').slice(0, 20),
  'read-by-descriptor': (argument) => fs.readFileSync(`/proc/self/root${argument}`, 'utf8').slice(0, 20),
  'read-by-url': async (argument) => import(`file://${argument}`),
  'read-of-parent': () => fs.readFileSync(`/proc/${process.ppid}/environ`, 'utf8').slice(0, 20),
  list: (argument) => fs.readdirSync(argument).length,
  write: (argument) => fs.writeFileSync(argument, 'written'),
  append: (argument) => fs.appendFileSync(argument, 'written'),
  'make-directory': (argument) => fs.mkdirSync(argument),
  remove: (argument) => fs.rmSync(argument),
  'link-out': (argument) => fs.symlinkSync('/etc/passwd', argument),
  'change-mode': (argument) => fs.chmodSync(argument, 0o777),
  'open-for-writing': (argument) => fs.closeSync(fs.openSync(argument, 'a')),
  'temporary-directory': (argument) => fs.mkdtempSync(argument),
  'write-stream': (argument) => first(fs.createWriteStream(argument), 'open'),
  spawn: () => childProcess.execFileSync('/bin/true'),
  'spawn-later': () => first(childProcess.spawn('/bin/true'), 'exit'),
  fork: () => first(childProcess.fork(process.argv[1]), 'exit'),
  thread: () => first(new Worker('', { eval: true }), 'exit'),
  binding: () => typeof process.binding('tcp_wrap').TCP,
  inspector: async () => {
    const inspector = await import('node:inspector');
    inspector.open(0, '127.0.0.1');
    return inspector.url();
  },
  wasi: async () => {
    const { WASI } = await import('node:wasi');
    return typeof new WASI({ version: 'preview1', preopens: { '/': '/' } });
  },
  connect: (argument) => first(net.connect(Number(argument), '127.0.0.1'), 'connect'),
  listen: () => first(net.createServer().listen(0, '127.0.0.1'), 'listening'),
  datagram: (argument) =>
    new Promise((resolve, reject) => {
      dgram
        .createSocket('udp4')
        .send('x', Number(argument), '127.0.0.1', (error) => (error ? reject(error) : resolve('sent')));
    }),
  fetch: async (argument) => (await fetch(`http://127.0.0.1:${argument}/`)).status,
  lookup: async () => JSON.stringify(await dns.resolve4('example.com')),
  /** What the process does to itself where the system cannot lock the network. */
  lock: async () => (await import('../../dist/analysis/lock-network.js')).lockNetwork(),
};

const STRAINS = {
  loop() {
    for (;;);
  },
  wait: () => new Promise((resolve) => setTimeout(resolve, 60_000)),
  heap() {
    const kept = [];
    for (;;) kept.push({ text: `${kept.length}`, more: [kept.length] });
  },
  async buffers() {
    const kept = [];
    for (;;) {
      kept.push(Buffer.alloc(20_000_000, 1));
      await new Promise((resolve) => setImmediate(resolve));
    }
  },
  burst: (argument) => Buffer.alloc(Number(argument) * 1_000_000, 1).length,
  output() {
    const much = 'x'.repeat(10_000_000);
    for (;;) fs.writeSync(1, much);
  },
  noise() {
    const much = 'x'.repeat(1_000_000);
    for (let left = 300; left > 0; left -= 1) fs.writeSync(2, much);
  },
  nothing: () => undefined,
  answer: () => fs.writeSync(1, input.date),
  exit: () => process.exit(3),
};

for (const [action] of attempts) await STRAINS[action]?.(attempts[0][1]);

const answers = [];
for (const [action, argument] of attempts) {
  if (!(action in ATTEMPTS)) continue;
  try {
    answers.push(`possible: ${String(await ATTEMPTS[action](argument))}`);
  } catch (error) {
    answers.push(`denied: ${error.code ?? error.message}`);
  }
}
if (answers.length > 0) {
  fs.writeSync(
    1,
    JSON.stringify({ ok: false, error: { code: 'crashed', message: JSON.stringify(answers) } }),
  );
  process.exit();
}
