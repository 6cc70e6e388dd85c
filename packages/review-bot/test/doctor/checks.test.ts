import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { checkAddress } from '../../src/doctor/check-address.js';
import { checkDatabase } from '../../src/doctor/check-database.js';
import { renderLine } from '../../src/doctor/line.js';
import { networkFailure } from '../../src/doctor/network-failure.js';
import { testDatabases } from '../queue/test-databases.js';

it.each([
  ['ENOTFOUND', /^The name host is not known here/],
  ['ECONNREFUSED', /^Nobody listens at host;/],
  ['UND_ERR_CONNECT_TIMEOUT', /^host does not answer in time;/],
  ['EHOSTUNREACH', /^There is no way to host/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /^The certificate of host is not trusted/],
  ['CERT_HAS_EXPIRED', /^The certificate of host is not trusted/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /^The certificate of host is not trusted/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /^The certificate of host is not trusted/],
  ['ECONNRESET', /^host cannot be reached \(ECONNRESET\);/],
])('a network failure with %s is a sentence', (code, sentence) => {
  const inner = Object.assign(new Error('inner'), { code });
  const error = new Error('outer', { cause: new TypeError('fetch failed', { cause: inner }) });
  expect(networkFailure(error, 'host')).toMatch(sentence);
  expect(networkFailure(error, 'host')).toMatch(/; .*\.$|, or .*\.$/);
});

it.each<[number, string, RegExp]>([
  [200, 'ok', /answers/],
  [202, 'ok', /answers/],
  [301, 'problem', /leads elsewhere \(301\)/],
  [401, 'problem', /another secret/],
  [404, 'problem', /not at its path/],
  [503, 'problem', /answers with 503/],
])('an address that answers with %i is %s', async (status, expected, text) => {
  const server = createServer((_request, response) => response.writeHead(status, { location: '/' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const line = await checkAddress(`http://127.0.0.1:${port}/`, 'secret');
  expect(line).toMatchObject({ status: expected, text: expect.stringMatching(text) });
});

for (const database of await testDatabases()) {
  it(`opens ${database.name}`, async () => {
    onTestFinished(() => database.remove());
    expect(await checkDatabase(database.location)).toMatchObject({ status: 'ok', topic: 'database' });
  });
}

it('says one thing in one line', () => {
  expect(renderLine({ status: 'ok', topic: 'app', text: 'a\n  at b\u001b[31m' })).toBe(
    'ok       app            a at b [31m',
  );
});
