import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../src/environment.js';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const directory = mkdtempSync(join(tmpdir(), 'tracklint-environment-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const keyFile = join(directory, 'key.pem');
writeFileSync(keyFile, privateKey);

const least = { APP_ID: '12', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'sixteen-or-more-characters' };

describe('readEnvironment', () => {
  it('needs three variables and fills in the others', () => {
    expect(readEnvironment(least)).toEqual({
      environment: {
        appId: 12,
        privateKey,
        webhookSecret: 'sixteen-or-more-characters',
        markerKey: 'sixteen-or-more-characters',
        githubHost: null,
        githubProtocol: 'https',
        port: 3000,
        host: '0.0.0.0',
        webhookPath: '/api/github/webhooks',
        database: { directory: './tracklint-data' },
        dataDirectory: './tracklint-data',
        logLevel: 'info',
        concurrency: 2,
        timeLimitSeconds: 120,
        memoryLimitMegabytes: 2048,
        contentBudget: 'on',
        firstRetryMilliseconds: 10000,
        onFailure: 'neutral',
        metricsToken: null,
      },
    });
  });

  it('takes all others', () => {
    const result = readEnvironment({
      ...least,
      GHE_HOST: 'github.example.com:8443',
      GHE_PROTOCOL: 'http',
      PORT: '0',
      HOST: '127.0.0.1',
      WEBHOOK_PATH: '/hooks',
      DATABASE_URL: 'postgres://bot:password@db.example.com/bot',
      LOG_LEVEL: 'debug',
      CONCURRENCY: '8',
      TIME_LIMIT_SECONDS: '60',
      MEMORY_LIMIT_MEGABYTES: '512',
      ON_FAILURE: 'failure',
      METRICS_TOKEN: 'token',
    });
    expect(result).toMatchObject({
      environment: {
        githubHost: 'github.example.com:8443',
        githubProtocol: 'http',
        port: 0,
        host: '127.0.0.1',
        webhookPath: '/hooks',
        database: { url: 'postgres://bot:password@db.example.com/bot' },
        logLevel: 'debug',
        concurrency: 8,
        timeLimitSeconds: 60,
        memoryLimitMegabytes: 512,
        onFailure: 'failure',
        metricsToken: 'token',
      },
    });
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['on one line', { PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') }],
    ['as base64', { PRIVATE_KEY: Buffer.from(privateKey).toString('base64') }],
    ['in a file', { PRIVATE_KEY: '', PRIVATE_KEY_PATH: keyFile }],
  ])('takes a private key %s', (_name, variables) => {
    const result = readEnvironment({ ...least, ...variables });
    expect('environment' in result && result.environment.privateKey.trim()).toBe(privateKey.trim());
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['no App ID', { APP_ID: '' }, /^APP_ID is missing/],
    ['a name for an App ID', { APP_ID: 'tracklint' }, /^APP_ID is not a number/],
    ['no private key', { PRIVATE_KEY: '' }, /^PRIVATE_KEY or PRIVATE_KEY_PATH is missing/],
    [
      'something else as private key',
      { PRIVATE_KEY: 'c29tZXRoaW5n' },
      /^There is no private key in PRIVATE_KEY;/,
    ],
    [
      'no file with the private key',
      { PRIVATE_KEY: '', PRIVATE_KEY_PATH: '/nowhere' },
      /^PRIVATE_KEY_PATH cannot be read \(\/nowhere, ENOENT\)/,
    ],
    ['no secret', { WEBHOOK_SECRET: '' }, /^WEBHOOK_SECRET is missing/],
    ['the default secret', { WEBHOOK_SECRET: 'development' }, /^WEBHOOK_SECRET is a default/],
    ['a short secret', { WEBHOOK_SECRET: 'fifteen-letters' }, /^WEBHOOK_SECRET is shorter than 16/],
    ['a URL for a host', { GHE_HOST: 'https://github.example.com' }, /^GHE_HOST is not a host name/],
    ['another protocol', { GHE_PROTOCOL: 'ftp' }, /^GHE_PROTOCOL is none of https, http/],
    ['a port that does not exist', { PORT: '65536' }, /^PORT is not a whole number from 0 to 65535/],
    ['a path without a slash', { WEBHOOK_PATH: 'hooks' }, /^WEBHOOK_PATH is not a path/],
    [
      'another database',
      { DATABASE_URL: 'mysql://db.example.com/bot' },
      /^DATABASE_URL is not the URL of a PostgreSQL server/,
    ],
    ['a level that does not exist', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is none of/],
    ['no worker', { CONCURRENCY: '0' }, /^CONCURRENCY is not a whole number from 1 to 64/],
    ['more time than an attempt has', { TIME_LIMIT_SECONDS: '600' }, /^TIME_LIMIT_SECONDS/],
    ['half a megabyte', { MEMORY_LIMIT_MEGABYTES: '0.5' }, /^MEMORY_LIMIT_MEGABYTES/],
    ['success on failure', { ON_FAILURE: 'success' }, /^ON_FAILURE is none of neutral, failure/],
  ])('refuses %s, with one sentence', (_name, variables, problem) => {
    const result = readEnvironment({ ...least, ...variables });
    const problems = 'problems' in result ? result.problems : [];
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]).toMatch(/[;,] .*\.$/);
  });

  it('tells every problem at once, and no secret', () => {
    const result = readEnvironment({ WEBHOOK_SECRET: 'too-short', PRIVATE_KEY: 'hidden', PORT: 'x' });
    const problems = 'problems' in result ? result.problems : [];
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).not.toMatch(/too-short|hidden/);
  });

  it('has every variable in .env.example, and no other', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const described = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const source = readFileSync(new URL('../src/environment.ts', import.meta.url), 'utf8');
    const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
    expect(described.toSorted()).toEqual(read.toSorted());
  });
});
