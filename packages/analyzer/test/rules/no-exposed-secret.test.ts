import { describe, expect, it } from 'vitest';
import { noExposedSecret } from '../../src/rules/no-exposed-secret.js';
import { reviewSources } from '../support/review-sources.js';

const review = (source: string, path = 'src/a.ts') =>
  reviewSources({ [path]: source }, { rules: [noExposedSecret] }).map(
    (problem) => [problem.messageId, problem.text] as const,
  );

const node = (body: string): string => `import Mixpanel from 'mixpanel';\n${body}\n`;
const request = (options: string, head = ''): string =>
  `${head}\nimport axios from 'axios';\nexport const send = (events, password, secret) => fetch('https://api.mixpanel.com/import?strict=1&project_id=1', { method: 'POST', body: JSON.stringify(events), ${options} });\n`;

describe('no-exposed-secret', () => {
  it.each([
    [
      node("export const m = Mixpanel.init('token', { secret: '5d41402abc4b2a76b9719d911017c592' });"),
      'literal',
    ],
    [
      node(
        "const S = '5d41402abc4b2a76b9719d911017c592';\nexport const m = Mixpanel.init('token', { secret: S });",
      ),
      'literal',
    ],
    [
      node("export const m = Mixpanel.init('token', { secret: process.env.NEXT_PUBLIC_MIXPANEL_SECRET });"),
      'publicVariable',
    ],
    [
      request("headers: { Authorization: 'Basic ' + btoa('exporter.abc123.mp-service-account:Xy12Zq') }"),
      'literal',
    ],
    [
      request(
        "headers: { authorization: `Basic ${Buffer.from('exporter.abc123.mp-service-account:Xy12Zq').toString('base64')}` }",
      ),
      'literal',
    ],
    [request("headers: { Authorization: 'Basic ZXhwb3J0ZXIuYWJjOlh5MTJacQ==' }"), 'literal'],
    [request("auth: { username: 'exporter.abc123.mp-service-account', password: 'Xy12Zq' }"), 'literal'],
    [
      request(
        'headers: { Authorization: `Basic ${btoa(`user:${process.env.MIXPANEL_SERVICE_PASSWORD}`)}` }',
        "'use client';",
      ),
      'browser',
    ],
    [
      request('headers: { Authorization: `Basic ${btoa(`user:${process.env.VITE_MIXPANEL_SECRET}`)}` }'),
      'publicVariable',
    ],
    [
      "import mixpanel from 'mixpanel-browser';\nmixpanel.init(process.env.MIXPANEL_API_SECRET);\n",
      'browser',
    ],
    [
      "import mixpanel from 'mixpanel-browser';\nmixpanel.init('token');\nexport const s = import.meta.env.VITE_MIXPANEL_SERVICE_ACCOUNT_PASSWORD;\n",
      'publicVariable',
    ],
  ])('reports %s', (source, messageId) => {
    expect(review(source).map(([id]) => id)).toContain(messageId);
  });

  it.each([
    node("export const m = Mixpanel.init('5d41402abc4b2a76b9719d911017c592');"),
    node("export const m = Mixpanel.init('token', { secret: process.env.MIXPANEL_SECRET });"),
    node("export const m = Mixpanel.init(process.env.NEXT_PUBLIC_MIXPANEL_TOKEN, { secret: '' });"),
    node("export const m = Mixpanel.init('token', { secret: '<your-secret>' });"),
    node("export const m = Mixpanel.init('token', { host: 'api-eu.mixpanel.com' });"),
    "import mixpanel from 'mixpanel-browser';\nmixpanel.init(process.env.NEXT_PUBLIC_MIXPANEL_TOKEN);\n",
    "import mixpanel from 'mixpanel-browser';\nmixpanel.init('5d41402abc4b2a76b9719d911017c592', { debug: true });\n",
    request("headers: { Authorization: 'Basic ' + btoa('5d41402abc4b2a76b9719d911017c592:') }"),
    request('headers: { Authorization: `Basic ${btoa(`user:${process.env.MIXPANEL_SERVICE_PASSWORD}`)}` }'),
    request(
      'auth: { username: process.env.MIXPANEL_SERVICE_ACCOUNT, password: process.env.MIXPANEL_SERVICE_PASSWORD }',
    ),
    request("headers: { 'Content-Type': 'application/json' }"),
    "import mixpanel from 'mixpanel-browser';\nmixpanel.init('token');\nexport const k = process.env.NEXT_PUBLIC_STRIPE_KEY + process.env.NEXT_PUBLIC_MIXPANEL_TOKEN;\n",
  ])('says nothing about %s', (source) => {
    expect(review(source)).toEqual([]);
  });

  it('never repeats the secret', () => {
    const secret = '5d41402abc4b2a76b9719d911017c592';
    const problems = reviewSources(
      { 'src/a.ts': node(`export const m = Mixpanel.init('token', { secret: '${secret}' });`) },
      { rules: [noExposedSecret] },
    );
    expect(
      JSON.stringify(problems.map(({ message, fix, evidence, data }) => [message, fix, evidence, data])),
    ).not.toContain(secret);
  });
});
