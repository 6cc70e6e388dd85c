import { describe, expect, it } from 'vitest';
import { dataResidency } from '../../src/rules/data-residency.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const review = (code: string, residency: string | null = 'eu') =>
  reviewSources({ 'src/a.ts': code }, { config: { residency }, rules: [dataResidency] });

const browser = (options: string): string =>
  `import mixpanel from 'mixpanel-browser';\nmixpanel.init('t'${options});\nmixpanel.track('A');\n`;
const node = (options: string): string =>
  `import Mixpanel from 'mixpanel';\nexport const mixpanel = Mixpanel.init('t'${options});\nmixpanel.track('A', { distinct_id: 'u' });\n`;
const request = (url: string): string =>
  `export const send = () => fetch(${url}, { method: 'POST', body: JSON.stringify([{ event: 'A', properties: { token: 't', distinct_id: 'u' } }]) });\nsend();\n`;

describe('data-residency', () => {
  it.each([
    [browser(''), 'eu', 'default'],
    [browser(', { debug: true }'), 'eu', 'default'],
    [browser(`, { api_host: 'https://api.mixpanel.com' }`), 'eu', 'host'],
    [browser(`, { api_host: 'https://api-js.mixpanel.com' }`), 'eu', 'host'],
    [browser(`, { api_host: 'https://api-eu.mixpanel.com' }`), 'in', 'host'],
    [browser(`, { api_host: 'https://api-eu.mixpanel.com' }`), 'us', 'host'],
    [node(''), 'eu', 'default'],
    [node(`, { host: 'api.mixpanel.com' }`), 'in', 'host'],
    [request(`'https://api.mixpanel.com/track'`), 'eu', 'host'],
    ['const HOST = "https://api.mixpanel.com";\n' + request('`${HOST}/import?strict=1`'), 'eu', 'host'],
  ])('reports %s for %s', (code, residency, messageId) => {
    expect(review(code, residency).map((problem) => problem.messageId)).toEqual([messageId]);
  });

  it.each([
    [browser(`, { api_host: 'https://api-eu.mixpanel.com' }`), 'eu'],
    [browser(`, { api_host: 'https://api-in.mixpanel.com' }`), 'in'],
    [browser(''), 'us'],
    [browser(''), null],
    // A proxy of the project's own, the environment, options from elsewhere: they may lead anywhere.
    [browser(`, { api_host: 'https://metrics.example.com' }`), 'eu'],
    [browser(', { api_host: process.env.HOST }'), 'eu'],
    [
      `import mixpanel from 'mixpanel-browser';\nimport { options } from '@example/options';\nmixpanel.init('t', options);\n`,
      'eu',
    ],
    [node(`, { host: 'api-eu.mixpanel.com' }`), 'eu'],
    [request(`'https://api-eu.mixpanel.com/track'`), 'eu'],
    [request(`'https://api.example.com/track'`), 'eu'],
  ])('says nothing about %s for %s', (code, residency) => {
    expect(review(code, residency)).toEqual([]);
  });

  it.each([
    [browser(', { debug: true }'), `{ api_host: 'https://api-eu.mixpanel.com', debug: true }`],
    [browser(', {}'), `{ api_host: 'https://api-eu.mixpanel.com' }`],
    [browser(`, { api_host: "https://api-js.mixpanel.com" }`), `{ api_host: "https://api-eu.mixpanel.com" }`],
    [node(`, { host: 'api.mixpanel.com' }`), `{ host: 'api-eu.mixpanel.com' }`],
  ])('suggests the host in %s', (code, expected) => {
    const [problem] = review(code);
    expect(applyEdit(code, problem!.edits![0]!)).toContain(expected);
  });
});
