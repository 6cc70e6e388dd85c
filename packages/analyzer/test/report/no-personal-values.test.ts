import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { INVENTORY_FORMATS, REVIEW_FORMATS, renderInventory, renderReview } from '../../src/report/index.js';
import { buildInventory } from '../../src/review/inventory.js';
import { runReview } from '../../src/review/run-review.js';
import { memorySource } from '../../src/source/index.js';

/** Everything that is planted in the code below. */
const PLANTED =
  /planted|555.?01\d\d|4242.?4242|DE8937|203\.0\.113|123-45-6789|hunter2|sk_live|mp-service-account/i;

const CODE = `
import mixpanel from 'mixpanel-browser';
// comment.planted@example.com, +1 415 555 0177
export function a(user: any) {
  mixpanel.track('Invited event.planted@example.com', { note: 'value.planted@example.com', 'key.planted@example.com': 1, phone: '+1 415 555 0188' });
  mixpanel.track(\`Called +1 415 555 0199 \${user.plan}\`, { text: \`template.planted@example.com \${user.id}\` });
  mixpanel.track('Name Sent', { $name: 'Planted Doe', first_name: 'Plantedjane', nested: { deep: 'deep.planted@example.com' } });
  mixpanel.identify('distinct.planted@example.com');
  mixpanel.identify(user.id || 'fallback.planted@example.com');
  mixpanel.people.set({ $email: 'people.planted@example.com', token: 'sk_live_plantedplantedplanted2' });
  mixpanel.people.set('full_name', 'Planted Doe');
  mixpanel.register({ 'super.planted@example.com': 'x', user_email: 'super2.planted@example.com' });
  mixpanel.set_group('company', 'group.planted@example.com');
  console.log('log.planted@example.com', user.email, '+14155550166');
  console.log({ email: 'log2.planted@example.com', password: 'hunter2planted' });
  const password = 'hunter2planted';
  mixpanel.track('C', { x: ['array.planted@example.com'], when: new Date().toISOString(), ssn: '123-45-6789', to: password });
  mixpanel.track('https://example.com/?email=query.planted@example.com', { url: 'https://example.com/reset?access_token=planted12345678' });
  mixpanel.track('Paid 4242 4242 4242 4242', { card_number: '4242424242424242', iban: 'DE89370400440532013000', ip: '203.0.113.77' });
}
`;
const SERVER = `
import Mixpanel from 'mixpanel';
const mixpanel = Mixpanel.init('0123456789abcdef0123456789abcdef');
export async function h(req: any, res: any) {
  mixpanel.track('Server literal.planted@example.com', { distinct_id: 'server.planted@example.com', password: 'hunter2planted' });
  await fetch('https://api.mixpanel.com/import', { headers: { Authorization: 'Basic ' + btoa('user.planted.mp-service-account:plantedpassword') } });
}
`;

describe('personal values in the code', async () => {
  const head = memorySource({ 'src/a.ts': CODE, 'src/server.ts': SERVER });
  const { review, analysis } = await runReview({
    mode: 'all',
    scope: { head, before: null, branch: 'main', base: null },
    config: loadConfig(head),
    engine: { useTypes: false },
    baseline: null,
    isWanted: () => true,
    date: '2026-11-21',
    now: () => 0,
  });

  it('are found', () => {
    expect(review.findings.filter(({ severity }) => severity === 'P0').length).toBeGreaterThan(15);
  });

  it.each(REVIEW_FORMATS)('are not in the review as %s', async (format) => {
    const text = await renderReview(format, review, {
      color: false,
      width: 100,
      version: '0.0.0',
      rules: [],
    });
    expect(text.split('\n').filter((line) => PLANTED.test(line))).toEqual([]);
  });

  it.each(INVENTORY_FORMATS)('are not in the inventory as %s', async (format) => {
    const calls = buildInventory(analysis);
    const text = await renderInventory(format, calls, { color: false, width: 100 });
    expect(text.split('\n').filter((line) => PLANTED.test(line))).toEqual([]);
  });
});
