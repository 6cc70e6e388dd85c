import { describe, expect, it } from 'vitest';
import { noDynamicEventName } from '../../src/rules/no-dynamic-event-name.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const file = (code: string): string => `import mixpanel from 'mixpanel-browser';\n${code}\n`;
const review = (code: string) => reviewSources({ 'src/a.ts': file(code) }, { rules: [noDynamicEventName] });

describe('no-dynamic-event-name', () => {
  it.each([
    ['mixpanel.track(`Viewed ${location.pathname}`);', '`Viewed ${location.pathname}`'],
    [`mixpanel.track('Viewed ' + location.pathname);`, `'Viewed ' + location.pathname`],
    ['items.forEach((item) => mixpanel.track(`Opened ${item.name}`));', '`Opened ${item.name}`'],
    ['mixpanel.track(`Step ${history.length}`);', '`Step ${history.length}`'],
    [`const name = 'Hash ' + location.hash;\nmixpanel.track(name);`, `name`],
    [
      `export function Page() { const { id } = useParams(); mixpanel.track('Opened ' + id, { a: 1 }); }`,
      `'Opened ' + id`,
    ],
    // Once, where the wrapper builds the name.
    [
      'const f = (page: string) => mixpanel.track(`Viewed ${page}`);\nf(location.pathname);\nf(document.title);',
      '`Viewed ${page}`',
    ],
    [
      'const send = (name: string) => mixpanel.track(name);\nsend(`Search ${location.search}`);',
      '`Search ${location.search}`',
    ],
  ])('reports %s', (code, text) => {
    expect(review(code).map((problem) => problem.text)).toEqual([text]);
  });

  it.each([
    `mixpanel.track('Viewed Page');`,
    `export const f = (a: boolean) => mixpanel.track(a ? 'Opened' : 'Closed');`,
    'export const f = (a: boolean) => mixpanel.track(`Door ${a ? "opened" : "closed"}`);',
    'export function Card({ side }: { side: "left" | "right" }) { mixpanel.track(`Swiped ${side}`); }',
    // Every name that is sent is known.
    'const f = (page: string) => mixpanel.track(`Viewed ${page}`);\nf("home");\nf("help");',
    `const PREFIX = 'App: ';\nmixpanel.track(PREFIX + 'Opened');`,
    'mixpanel.track(`${process.env.APP_NAME} Opened`);',
    `export const send = (name: string) => mixpanel.track('App ' + name);\nsend('Opened');`,
    `export const send = (name: string) => mixpanel.track(name);`,
    `import { Events } from '@example/events';\nmixpanel.track(Events.Opened);`,
    'export const f = (page: string) => mixpanel.track("Viewed", { name: `Page ${page}` });',
  ])('says nothing about %s', (code) => {
    expect(review(code)).toEqual([]);
  });

  it.each([
    [
      'mixpanel.track(`Viewed ${location.pathname}`);',
      `mixpanel.track('Viewed', { pathname: location.pathname })`,
    ],
    [
      `export function Page() { const { pageId } = useParams(); mixpanel.track('Viewed - ' + pageId, { a: 1 }); }`,
      `mixpanel.track('Viewed', { page_id: pageId, a: 1 })`,
    ],
    [
      'export function Page() { const { id } = useParams(); mixpanel.track(`Viewed ${id}`, {}); }',
      `mixpanel.track('Viewed', { id })`,
    ],
  ])('suggests a property in %s', (code, expected) => {
    const [problem] = review(code);
    expect(applyEdit(file(code), problem!.edits![0]!)).toContain(expected);
  });
});
