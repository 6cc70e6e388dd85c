import { describe, expect, it } from 'vitest';
import { guardedTracking } from '../../src/rules/guarded-tracking.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const NODE = `import Mixpanel from 'mixpanel';\nconst mixpanel = Mixpanel.init('t');\n`;
const SEND = `${NODE}export function send(name: string) {\n  mixpanel.track(name, { distinct_id: 'u' });\n}\n`;
const GUARDED = `${NODE}export function send(name: string) {\n  try {\n    mixpanel.track(name, { distinct_id: 'u' });\n  } catch (error) {\n    console.error('tracking failed');\n  }\n}\n`;
const ASYNC = `${NODE}export async function send(name: string) {\n  mixpanel.track(name, { distinct_id: 'u' });\n}\n`;
const DIRECT = `mixpanel.track('A', { distinct_id: 'u' });`;
const review = (code: string, path = 'src/a.ts') =>
  reviewSources({ [path]: code }, { rules: [guardedTracking] }).map((problem) => [
    problem.messageId,
    problem.text,
    problem.data?.['count'],
  ]);

const SDK_CALL = "mixpanel.track(name, { distinct_id: 'u' })";

describe('guarded-tracking', () => {
  it.each([
    [
      'a direct call on a server',
      `${NODE}export function pay() { ${DIRECT} }`,
      [['unguarded', DIRECT.slice(0, -1), '1']],
    ],
    [
      'a wrapper once, with its call sites',
      `${SEND}send('A');\nsend('B');\nexport const pay = () => send('C');`,
      [['unguarded', SDK_CALL, '3']],
    ],
    [
      'direct calls of one function once',
      `${NODE}export function pay() { ${DIRECT} ${DIRECT} }`,
      [['unguarded', DIRECT.slice(0, -1), '2']],
    ],
    [
      'a catch that throws again',
      `${SEND}export async function pay() { try { send('A'); } catch (error) { log(error); throw error; } }`,
      [['unguarded', SDK_CALL, '1']],
    ],
    [
      'a catch that answers with an error',
      `${SEND}export async function pay(req: any, res: any) { try { send('A'); } catch (error) { res.status(500).json({}); } }`,
      [['unguarded', SDK_CALL, '1']],
    ],
    [
      'a write in the same try',
      `${SEND}export async function pay(db: any) { try { const row = await db('orders').insert({}); send('A'); return row; } catch (error) { throw new Error('no'); } }`,
      [['sharedTry', SDK_CALL, '1']],
    ],
    [
      'a write and a rollback',
      `${SEND}export async function pay(db: any) { try { await db.query('INSERT INTO orders'); send('A'); } catch (error) { await db.rollback(); } }`,
      [['sharedTry', SDK_CALL, '1']],
    ],
    [
      'a write and an error answer',
      `${NODE}export async function pay(req: any, res: any) { try { const task = await Task.create(req.body); ${DIRECT} res.json(task); } catch (error) { res.status(500).end(); } }`,
      [['sharedTry', DIRECT.slice(0, -1), '1']],
    ],
    [
      'an async wrapper that is not awaited',
      `${ASYNC}export function pay() { send('A'); }`,
      [['floating', SDK_CALL, '1']],
    ],
    [
      'a try that cannot catch a rejected promise',
      `${ASYNC}export function pay() { try { send('A'); } catch {} }`,
      [['floating', SDK_CALL, '1']],
    ],
    [
      'a callback that throws',
      `${NODE}export function pay() { try { mixpanel.people.set('u', { a: 1 }, (error) => { if (error) throw error; }); } catch {} }`,
      [['callback', `mixpanel.people.set('u', { a: 1 }, (error) => { if (error) throw error; })`, '1']],
    ],
    [
      'a request without a guard',
      `import express from 'express';\nexport const send = () => fetch('https://api.mixpanel.com/track', { method: 'POST', body: JSON.stringify([{ event: 'A', properties: { distinct_id: 'u' } }]) });\nexport const pay = async (req: any, res: any) => { await send(); };`,
      [
        [
          'unguarded',
          `fetch('https://api.mixpanel.com/track', { method: 'POST', body: JSON.stringify([{ event: 'A', properties: { distinct_id: 'u' } }]) })`,
          '1',
        ],
      ],
    ],
    [
      'a Redux middleware',
      `import mixpanel from 'mixpanel-browser';\nexport const middleware = (store) => (next) => (action) => { mixpanel.track('A', {}); return next(action); };`,
      [['unguarded', `mixpanel.track('A', {})`, '1']],
    ],
    [
      'a guard that throws again in the wrapper',
      `${GUARDED.replace(`console.error('tracking failed')`, 'throw error')}send('A');`,
      [['unguarded', SDK_CALL, '1']],
    ],
  ])('reports %s', (_, code, expected) => {
    expect(review(code)).toEqual(expected);
  });

  it.each([
    ['a guarded wrapper', `${GUARDED}send('A');\nsend('B');`],
    [
      'a guard at the call',
      `${SEND}export function pay() { try { send('A'); } catch (error) { console.error('tracking failed'); } }`,
    ],
    [
      'a guard around the guard that throws',
      `${SEND}export function pay() { try { try { send('A'); } catch (error) { throw error; } } catch { } }`,
    ],
    [
      'a guarded wrapper in the try of a write',
      `${GUARDED}export async function pay(db: any) { try { await db.insert({}); send('A'); } catch (error) { throw error; } }`,
    ],
    ['a handled promise', `${ASYNC}export function pay() { send('A').catch(() => undefined); }`],
    [
      'an awaited promise in a try',
      `${ASYNC}export async function pay() { try { await send('A'); } catch { } }`,
    ],
    [
      'a callback that logs',
      `${NODE}export function pay() { try { mixpanel.track('A', { distinct_id: 'u' }, (error) => { if (error) console.error('tracking failed'); }); } catch {} }`,
    ],
    [
      'the browser SDK',
      `import mixpanel from 'mixpanel-browser';\nexport function onClick() { mixpanel.track('A'); }`,
    ],
    [
      'the browser SDK in the try of a write',
      `import mixpanel from 'mixpanel-browser';\nexport async function save(api: any) { try { await api.post('/x'); mixpanel.track('A'); } catch (error) { throw error; } }`,
    ],
    [
      'the mobile SDK',
      `import { Mixpanel } from 'mixpanel-react-native';\nconst mixpanel = new Mixpanel('t', true);\nexport async function onPress() { await mixpanel.track('A'); }`,
    ],
    [
      'a request from the browser',
      `export const send = () => fetch('https://api.mixpanel.com/track', { method: 'POST', body: JSON.stringify([{ event: 'A', properties: { distinct_id: 'u' } }]) });\nsend();`,
    ],
    [
      'Segment, which never throws',
      `import { Analytics } from '@segment/analytics-node';\nconst analytics = new Analytics({ writeKey: 'k' });\nexport function pay() { analytics.track({ userId: 'u', event: 'A' }); }`,
    ],
    [
      'a guarded Redux middleware',
      `import mixpanel from 'mixpanel-browser';\nexport const middleware = (store) => (next) => (action) => { try { mixpanel.track('A', {}); } catch {} return next(action); };`,
    ],
  ])('says nothing about %s', (_, code) => {
    expect(review(code)).toEqual([]);
  });

  it.each([
    [
      'the caller that forgot the guard, where others have one',
      `${SEND}export function a() { try { send('A'); } catch {} }\nexport function b() { try { send('B'); } catch {} }\nexport function c() { send('C'); }`,
      [['unguarded', `send('C')`, '1']],
    ],
    [
      'each function of a file that makes SDK calls',
      `${NODE}export function a() { ${DIRECT} }\nexport async function b(db: any) { try { await db.insert({}); mixpanel.track('B', { distinct_id: 'u' }); } catch (error) { throw error; } }\nexport const c = () => mixpanel.alias('u', 'v');`,
      [
        ['unguarded', `mixpanel.track('A', { distinct_id: 'u' })`, '1'],
        ['sharedTry', `mixpanel.track('B', { distinct_id: 'u' })`, '1'],
        ['unguarded', `mixpanel.alias('u', 'v')`, '1'],
      ],
    ],
    [
      'the SDK calls of one function once, at the gravest',
      `${NODE}export async function b(db: any) { mixpanel.people.increment('u', 'n'); try { await db.insert({}); mixpanel.track('B', { distinct_id: 'u' }); } catch (error) { throw error; } mixpanel.alias('u', 'v'); }`,
      [['sharedTry', `mixpanel.track('B', { distinct_id: 'u' })`, '3']],
    ],
    [
      'a function of the file whose callers do not all guard',
      `${SEND}function paid() { send('A'); }\nexport function a() { try { paid(); } catch {} }\nexport const b = () => paid();`,
      [['unguarded', 'paid()', '1']],
    ],
    [
      'nothing where every caller of a function that names its event has a guard',
      `${NODE}const paid = (id: string) => mixpanel.track('Paid', { distinct_id: id });\nexport function a(id: string) { try { paid(id); } catch {} }`,
      [],
    ],
    [
      'a promise of such a function that nobody handles',
      `${NODE}const paid = (id: string) => new Promise<void>((resolve) => mixpanel.track('Paid', { distinct_id: id }, () => resolve()));\nexport function a(id: string) { paid(id); }`,
      [['floating', `mixpanel.track('Paid', { distinct_id: id }, () => resolve())`, '1']],
    ],
  ])('reports %s', (_, code, expected) => {
    expect(review(code)).toEqual(expected);
  });

  it('says nothing about tests', () => {
    expect(review(`${NODE}${DIRECT}`, 'src/__tests__/a.ts')).toEqual([]);
    expect(review(`${NODE}${DIRECT}`, 'src/a.test.ts')).toEqual([]);
  });

  it('names the call sites and suggests the guard where it belongs', () => {
    const code = `${SEND}send('A');\nsend('B');\n`;
    const [problem] = reviewSources({ 'src/a.ts': code }, { rules: [guardedTracking] });
    expect(problem!.evidence!.join()).toContain('src/a.ts:6, src/a.ts:7');
    expect(problem!.edits![0]!.isSafe).toBe(false);
    expect(applyEdit(code, problem!.edits![0]!)).toContain(
      `{\n  try {\n    mixpanel.track(name, { distinct_id: 'u' });\n  } catch {\n    // A failure to track must not break what is tracked.\n  }\n}`,
    );
  });
});
