import { describe, expect, it } from 'vitest';
import { registeredEvent } from '../../src/rules/registered-event.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const PLAN = {
  'Task Created': { description: 'Someone creates a task.' },
  'Task Completed': {},
  'Dashboard Viewed': { aliases: ['Dashboard Opened'] },
  'Board Viewed': { status: 'deprecated', description: 'Use Dashboard Viewed.' },
};

const review = (code: string, more: Record<string, string> = {}) =>
  reviewSources(
    { 'src/a.ts': `import mixpanel from 'mixpanel-browser';\n${code}`, ...more },
    { plan: PLAN, rules: [registeredEvent] },
  );

describe('registered-event', () => {
  it.each([
    // code, message, what it says besides
    [`mixpanel.track('Invoice Paid');`, 'unregistered', /"Invoice Paid"/],
    [`mixpanel.track('Task Craeted');`, 'unregisteredNear', /"Task Created"/],
    [`mixpanel.track('task_created');`, 'unregisteredNear', /"Task Created"/],
    [`mixpanel.time_event('Task Complete');`, 'unregisteredNear', /"Task Completed"/],
    [`mixpanel.track('Dashboard Opened');`, 'alias', /"Dashboard Viewed"/],
    [`mixpanel.track('Board Viewed');`, 'deprecated', /"Board Viewed"/],
    [
      `export function send(name: string) { mixpanel.track('Task ' + name); }\nsend('Archived');`,
      'unregistered',
      /"Task Archived"/,
    ],
    [
      `const E = { SEEN: 'Tusk Created' } as const;\nmixpanel.track(E.SEEN);`,
      'unregisteredNear',
      /"Task Created"/,
    ],
    [
      `mixpanel.track(Math.random() > 0.5 ? 'Task Created' : 'Meeting Booked');`,
      'unregistered',
      /"Meeting Booked"/,
    ],
  ])('reports %s', (code, messageId, text) => {
    const problems = review(code);
    expect(problems.map((problem) => problem.messageId)).toEqual([messageId]);
    expect(`${problems[0]!.message} ${problems[0]!.fix}`).toMatch(text);
  });

  it.each([
    `mixpanel.track('Task Created');`,
    `mixpanel.track('Dashboard Viewed', { id: 1 });`,
    `const E = { DONE: 'Task Completed' } as const;\nmixpanel.track(E.DONE);`,
    // Names from packages outside the repository are unresolved, not unregistered.
    `import { Events } from '@example/events';\nmixpanel.track(Events.TaskArchived);`,
    `export function send(name: string) { mixpanel.track('Task ' + name); }\nsend('Created');`,
    `export function send(name: string) { mixpanel.track(name); }`,
    `mixpanel.track(Math.random() > 0.5 ? 'Task Created' : 'Task Completed');`,
    `mixpanel.track(\`Viewed \${location.pathname}\`);`,
    `mixpanel.track('$mp_web_page_view');`,
    `mixpanel.identify('0b57d2a4');\nmixpanel.people.set({ plan: 'pro' });`,
    `const other = { track(name: string) { return name; } };\nother.track('Invoice Paid');`,
  ])('says nothing about %s', (code) => {
    expect(review(code)).toEqual([]);
  });

  it('says nothing without a plan', () => {
    const files = { 'src/a.ts': `import mixpanel from 'mixpanel-browser';\nmixpanel.track('Invoice Paid');` };
    expect(reviewSources(files, { rules: [registeredEvent] })).toEqual([]);
  });

  it('suggests the nearest name in the quotes of the code, without the prefix that a wrapper adds', () => {
    const code = `import mixpanel from 'mixpanel-browser';\nexport const send = (name: string) => mixpanel.track('Task ' + name);\nsend("Complete");\n`;
    const [problem] = reviewSources({ 'src/a.ts': code }, { plan: PLAN, rules: [registeredEvent] });
    expect(applyEdit(code, problem!.edits![0]!)).toContain('send("Completed");');
  });
});
