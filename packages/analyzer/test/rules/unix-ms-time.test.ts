import { describe, expect, it } from 'vitest';
import { unixMsTime } from '../../src/rules/unix-ms-time.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const IMPORTS = `import mixpanel from 'mixpanel-browser';
import { addDays, format, formatISO, getUnixTime } from 'date-fns';
import dayjs from 'dayjs';
import moment from 'moment';
import { DateTime } from 'luxon';
`;
const file = (code: string): string => `${IMPORTS}${code}\n`;
const review = (code: string) => reviewSources({ 'src/a.ts': file(code) }, { rules: [unixMsTime] });
const track = (properties: string): string =>
  `export function f(order: { at: Date; text: string; size: number }, start: number) { mixpanel.track('Order Placed', { ${properties} }); }`;

describe('unix-ms-time', () => {
  it.each([
    ['at: order.at.toISOString()', 'text'],
    ['at: order.at.toJSON()', 'text'],
    ['at: new Date().toISOString().split("T")[0]', 'text'],
    ['at: new Date().toISOString().slice(0, 10)', 'text'],
    ['at: String(new Date())', 'text'],
    ['at: new Date().toString()', 'text'],
    ['at: new Date().toLocaleString()', 'text'],
    ['at: order.at.toLocaleDateString("en-GB")', 'text'],
    ['at: new Date().toUTCString()', 'text'],
    ['at: `${new Date().toISOString()}`', 'text'],
    ['at: JSON.stringify(new Date())', 'text'],
    ['at: new Date()', 'object'],
    ['at: new Date(order.text)', 'object'],
    ['at: order.at', 'object'],
    ['at: addDays(new Date(), 2)', 'object'],
    ['at: format(new Date(), "yyyy-MM-dd HH:mm")', 'text'],
    ['at: formatISO(new Date())', 'text'],
    ['at: dayjs().format()', 'text'],
    ['at: dayjs(order.text).format("YYYY-MM-DD")', 'text'],
    ['at: moment.utc().toISOString()', 'text'],
    ['at: moment()', 'object'],
    ['at: DateTime.now().toISO()', 'text'],
    ['at: order.text ? order.at.toISOString() : null', 'text'],
    ['created_at: Math.floor(Date.now() / 1000)', 'seconds'],
    ['created_at: getUnixTime(new Date())', 'seconds'],
    ['created_at: dayjs().unix()', 'seconds'],
    ['duration_ms: (Date.now() - start) / 1000', 'durationSeconds'],
    ['time: new Date().toISOString()', 'time'],
  ])('reports { %s }', (properties, messageId) => {
    expect(review(track(properties)).map((problem) => problem.messageId)).toEqual([messageId]);
  });

  it.each([
    ['time: Math.floor(Date.now() / 1000)'],
    ['time: Date.now()'],
    ['at: Date.now()'],
    ['at: order.at.getTime()'],
    ['at: +new Date()'],
    ['at: Number(new Date())'],
    ['at: new Date().valueOf()'],
    ['at: dayjs().valueOf()'],
    ['at: DateTime.now().toMillis()'],
    ['at: order.text'],
    ['size: order.size.toString()'],
    ['size: order.size.toLocaleString()'],
    ['duration: (Date.now() - start) / 1000'],
    ['duration_seconds: Math.round((Date.now() - start) / 1000)'],
    ['elapsed_ms: Date.now() - start'],
    ['at_sec: Math.floor(Date.now() / 1000)'],
    ['kilobytes: order.size / 1000'],
    ['weekday: format(new Date(), "EEEE")'],
    ['month: new Date().toLocaleDateString("en-US", { month: "long" })'],
    ['year: new Date().getFullYear()'],
    ['since: dayjs(order.text).fromNow()'],
    ['label: `Ordered on ${new Date().toISOString()}`'],
    ['parts: order.text.split("T")[0]'],
    ['age_days: dayjs().diff(order.at, "day")'],
  ])('says nothing about { %s }', (properties) => {
    expect(review(track(properties))).toEqual([]);
  });

  it.each([
    // Mixpanel's Date type for profiles is ISO text.
    [`mixpanel.people.set({ signup_date: new Date().toISOString() });`, []],
    [`mixpanel.people.set({ signup_date: new Date() });`, []],
    [`mixpanel.people.set_once('signup_date', dayjs().format('YYYY-MM-DD'));`, []],
    [`mixpanel.people.set({ signup_date: new Date().toString() });`, ['profileText']],
    [`mixpanel.people.set({ signup_date: new Date().toLocaleDateString() });`, ['profileText']],
    [`mixpanel.register({ opened_at: new Date().toISOString() });`, ['text']],
  ])('judges profiles and super properties: %s', (code, expected) => {
    expect(review(code).map((problem) => problem.messageId)).toEqual(expected);
  });

  it('follows a formatter of the repository', () => {
    const code = `const iso = (date: Date) => date.toISOString();\n${track('at: iso(order.at)')}`;
    expect(review(code).map((problem) => problem.text)).toEqual(['at: iso(order.at)']);
  });

  it('reports a sanitiser once, where it writes the dates', () => {
    const code = `function clean(input: Record<string, unknown>) {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) result[key] = value instanceof Date ? value.toISOString() : value;
  return result;
}
export function send(name: string, props: Record<string, unknown>) { mixpanel.track(name, clean(props)); }
send('A', { n: 1 });
send('B', { n: 2 });`;
    const found = review(code).filter((problem) => problem.messageId === 'sanitiser');
    expect(found.map((problem) => problem.text)).toEqual(['value.toISOString()']);
  });

  it.each([
    ['at: order.at.toISOString()', 'at: order.at.getTime()'],
    ['at: new Date().toISOString()', 'at: Date.now()'],
    ['at: new Date()', 'at: Date.now()'],
    ['at: new Date().toISOString().split("T")[0]', 'at: Date.now()'],
    ['at: dayjs(order.text).format("YYYY-MM-DD")', 'at: dayjs(order.text).valueOf()'],
    ['created_at: Math.floor(Date.now() / 1000)', 'created_at: Date.now()'],
  ])('suggests milliseconds for { %s }', (properties, expected) => {
    const [problem] = review(track(properties));
    expect(problem!.edits!.every((edit) => !edit.isSafe)).toBe(true);
    expect(applyEdit(file(track(properties)), problem!.edits![0]!)).toContain(`{ ${expected} }`);
  });
});
