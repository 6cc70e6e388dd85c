import { describe, expect, it } from 'vitest';
import { lostEvent } from '../../src/rules/lost-event.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const BROWSER = `import mixpanel from 'mixpanel-browser';\n`;
const NODE = `import Mixpanel from 'mixpanel';\nconst mixpanel = Mixpanel.init('t');\n`;
const review = (code: string, path = 'src/a.ts') =>
  reviewSources({ [path]: code }, { rules: [lostEvent] }).map((problem) => [problem.messageId, problem.text]);

const THUNK = `${BROWSER}const track = (name: string) => (dispatch: unknown) => { mixpanel.track(name); };\n`;
const PROMISE = `${NODE}const send = (name: string) => new Promise<void>((resolve, reject) => mixpanel.track(name, { distinct_id: 'u' }, (error) => (error ? reject(error) : resolve())));\n`;

describe('lost-event', () => {
  it.each([
    [
      'a thunk that nobody dispatches',
      `${THUNK}export function onClick() { track('A'); }`,
      [['thunk', `track('A')`]],
    ],
    [
      'a callback that is kept and never handed on',
      `${BROWSER}import { useCallback } from 'react';\nfunction useSeen(name: string) { const seen = useCallback(() => { mixpanel.track(name); }, []); return seen; }\nexport function Page() { useSeen('A'); return null; }`,
      [['thunk', `useSeen('A')`]],
    ],
    [
      'a callback that is kept twice',
      `${BROWSER}import { debounce } from 'lodash';\nimport { useCallback } from 'react';\nfunction useSeen(name: string) { return useCallback(debounce(() => { mixpanel.track(name); }, 9), []); }\nexport function Page() { useSeen('A'); return null; }`,
      [['thunk', `useSeen('A')`]],
    ],
    [
      'an SDK call that a Lambda handler cannot wait for',
      `${NODE}export const handler = async () => { mixpanel.track('A', { distinct_id: 'u' }); return 1; };`,
      [['noCallback', `mixpanel.track('A', { distinct_id: 'u' })`]],
    ],
    [
      'an awaited call that gives no promise',
      `${NODE}exports.handler = async () => { await mixpanel.track('A', { distinct_id: 'u' }); };`,
      [['noCallback', `mixpanel.track('A', { distinct_id: 'u' })`]],
    ],
    [
      'a promise that is not awaited',
      `${PROMISE}export const handler = async () => { send('A'); return 1; };`,
      [['notAwaited', `send('A')`]],
    ],
    [
      'a voided promise',
      `${PROMISE}export const handler = async () => { void send('A'); return 1; };`,
      [['notAwaited', `send('A')`]],
    ],
    [
      'a callback that nobody waits for',
      `${NODE}export const handler = async () => { mixpanel.track('A', { distinct_id: 'u' }, () => {}); return 1; };`,
      [['notAwaited', `mixpanel.track('A', { distinct_id: 'u' }, () => {})`]],
    ],
    [
      'track before init',
      `${BROWSER}mixpanel.track('A');\nmixpanel.init('t');`,
      [['beforeInit', `mixpanel.track('A')`]],
    ],
    [
      'an Error as properties',
      `${BROWSER}try { x(); } catch (error) { mixpanel.track('Failed', error); }`,
      [['errorProperties', 'error']],
    ],
    [
      'a new Error as properties',
      `${BROWSER}mixpanel.track('Failed', new TypeError('x'));`,
      [['errorProperties', `new TypeError('x')`]],
    ],
    [
      'an Error as a property',
      `${BROWSER}try { x(); } catch (err) { mixpanel.track('Failed', { error: err }); }`,
      [['errorValue', 'error: err']],
    ],
    [
      'a typed Error as a property',
      `${BROWSER}class AppError extends Error {}\nwindow.addEventListener('x', (error: AppError) => { mixpanel.track('Failed', { error }); });`,
      [['errorValue', 'error']],
    ],
  ])('reports %s', (_, code, expected) => {
    expect(review(code)).toEqual(expected);
  });

  it.each([
    [
      'src/pages/api/order.ts',
      `${NODE}export default async function handler(req: any, res: any) { mixpanel.track('A', { distinct_id: 'u' }); res.json({}); }`,
      'noCallback',
    ],
    [
      'app/api/order/route.ts',
      `${NODE}export async function POST(request: Request) { mixpanel.track('A', { distinct_id: 'u' }); return Response.json({}); }`,
      'noCallback',
    ],
    [
      'src/worker.ts',
      `${NODE}export default { async fetch(request: Request) { mixpanel.track('A', { distinct_id: 'u' }); return new Response(); } };`,
      'noCallback',
    ],
    [
      'app/api/order/route.ts',
      `${BROWSER}export async function POST() { mixpanel.track('A'); return Response.json({}); }`,
      'browserOnServer',
    ],
    [
      'src/routes.ts',
      `import express from 'express';\n${BROWSER}const app = express();\napp.get('/', (req, res) => { mixpanel.track('A'); res.end(); });`,
      'browserOnServer',
    ],
    [
      'src/pages/index.tsx',
      `${BROWSER}export async function getServerSideProps() { mixpanel.track('A'); return { props: {} }; }`,
      'browserOnServer',
    ],
  ])('reports in %s: %s', (path, code, messageId) => {
    expect(review(code, path).map(([id]) => id)).toEqual([messageId]);
  });

  it.each([
    [
      'a dispatched thunk',
      `${THUNK}declare const dispatch: any;\nexport function onClick() { dispatch(track('A')); }`,
    ],
    [
      'a callback that is kept and handed on at once',
      `${BROWSER}import { useFocusEffect } from 'routes';\nimport { useCallback } from 'react';\nfunction useSeen(name: string) { useFocusEffect(useCallback(() => { mixpanel.track(name); }, [])); }\nexport function Page() { useSeen('A'); return null; }`,
    ],
    ['a returned thunk', `${THUNK}export const onClick = () => track('A');`],
    ['an awaited promise', `${PROMISE}export const handler = async () => { await send('A'); return 1; };`],
    ['a returned promise', `${PROMISE}export const handler = async () => { return send('A'); };`],
    [
      'a promise among others',
      `${PROMISE}export const handler = async () => { await Promise.all([send('A'), send('B')]); };`,
    ],
    [
      'a platform that is told to wait',
      `${PROMISE}export default { async fetch(request: Request, env: any, ctx: any) { ctx.waitUntil(send('A')); return new Response(); } };`,
    ],
    [
      'a server that lives on',
      `import express from 'express';\n${NODE}const app = express();\napp.get('/', (req, res) => { mixpanel.track('A', { distinct_id: 'u' }); res.end(); });`,
    ],
    [
      'a Lambda handler with a callback',
      `${NODE}exports.handler = (event, context, callback) => { mixpanel.track('A', { distinct_id: 'u' }); callback(null, 1); };`,
    ],
    ['track after init', `${BROWSER}mixpanel.init('t');\nmixpanel.track('A');`],
    [
      'track in a function above init',
      `${BROWSER}export const onClick = () => mixpanel.track('A');\nmixpanel.init('t');`,
    ],
    [
      'an error code',
      `${BROWSER}try { x(); } catch (error) { mixpanel.track('Failed', { code: error.code }); }`,
    ],
    [
      'an error as text',
      `${BROWSER}try { x(); } catch (error) { mixpanel.track('Failed', { code: String(error) }); }`,
    ],
    [
      'a string named error',
      `${BROWSER}export function f(error: string) { return () => mixpanel.track('Failed', { error }); }\nf('x')();`,
    ],
    [
      'a browser component',
      `'use client';\n${BROWSER}export default function Page() { mixpanel.track('A'); }`,
    ],
    [
      'another function of a shared page',
      `${BROWSER}export async function getServerSideProps() { return { props: {} }; }\nexport default function Page() { mixpanel.track('A'); }`,
    ],
  ])('says nothing about %s', (_, code) => {
    expect(review(code)).toEqual([]);
  });

  it('offers to dispatch where there is a dispatch', () => {
    const code = `${THUNK}export function onClick() { const dispatch = useDispatch(); dispatch({ type: 'x' }); track('A'); }\n`;
    const [problem] = reviewSources({ 'src/a.ts': code }, { rules: [lostEvent] });
    expect(applyEdit(code, problem!.edits![0]!)).toContain(`dispatch(track('A'));`);
  });
});

describe('lost-event: a wrapper that many handlers use', () => {
  const routes = (count: number): Record<string, string> => ({
    'lib/analytics.ts': `${NODE}export const send = (name: string): void => { mixpanel.track(name, { distinct_id: 'u' }); };\n`,
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `app/api/r${String(index)}/route.ts`,
        `import { send } from '../../../lib/analytics';\nexport async function GET() { send('A'); return new Response(); }\n`,
      ]),
    ),
  });
  const places = (count: number): readonly string[] =>
    reviewSources(routes(count), { rules: [lostEvent] }).map(({ at }) => at.file);

  it('is reported once, where it gives nothing to wait for', () => {
    expect(places(6)).toEqual(['lib/analytics.ts']);
    const [problem] = reviewSources(routes(6), { rules: [lostEvent] });
    expect(problem!.evidence!.join()).toContain('6 calls in handlers');
  });

  it('is reported at the few calls of it otherwise', () => {
    expect(places(2)).toEqual(['app/api/r0/route.ts', 'app/api/r1/route.ts']);
  });
});
