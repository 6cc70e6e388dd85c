import { describe, expect, it } from 'vitest';
import { unusedEvent } from '../../src/rules/unused-event.js';
import { reviewSources } from '../support/review-sources.js';

const review = (code: string, plan: object) =>
  reviewSources(
    { 'src/a.ts': `import mixpanel from 'mixpanel-browser';\n${code}` },
    { plan, rules: [unusedEvent] },
  ).map((problem) => problem.event);

describe('unused-event', () => {
  it.each([
    [`mixpanel.track('Task Created');`, { 'Task Created': {}, 'Task Archived': {} }, ['Task Archived']],
    [`mixpanel.identify('u1');`, { 'Task Created': {} }, ['Task Created']],
    [`mixpanel.track(\`Step \${location.hash}\`);`, { 'Steps Done': {} }, ['Steps Done']],
    [`export const f = (name: string) => mixpanel.track(name);`, { 'Task Created': {} }, ['Task Created']],
    [`console.log('Task Created');`, { 'Task Created': {} }, ['Task Created']],
  ])('reports what %s leaves out', (code, plan, expected) => {
    expect(review(code, plan)).toEqual(expected);
  });

  it.each([
    [`mixpanel.track('Task Created');`, { 'Task Created': {} }],
    [
      `mixpanel.track(location.hash ? 'Task Created' : 'Task Archived');`,
      { 'Task Created': {}, 'Task Archived': {} },
    ],
    [`mixpanel.track(\`Step \${location.hash}\`);`, { 'Step 1': {} }],
    [`mixpanel.track('Old Name');`, { 'New Name': { aliases: ['Old Name'] } }],
    [`mixpanel.track('Task Created');`, { 'Task Created': {}, 'Task Archived': { status: 'deprecated' } }],
    [
      `export const send = (name: string) => mixpanel.track('Task ' + name);\nsend('Created');`,
      { 'Task Created': {} },
    ],
    [`mixpanel.track('Task Created');`, { 'Task Created': {}, $mp_web_page_view: {} }],
  ])('says nothing about %s', (code, plan) => {
    expect(review(code, plan)).toEqual([]);
  });

  it('points at the plan', () => {
    const [problem] = reviewSources(
      { 'src/a.ts': '' },
      { plan: { 'Task Created': {} }, rules: [unusedEvent] },
    );
    expect(problem?.at.file).toBe('tracking-plan.json');
    expect(problem?.line).toBeGreaterThan(1);
  });

  it('leaves alone a constant that code uses in a way the engine cannot follow', () => {
    const plan = `export const EVENTS = { CREATED: 'Task Created', ARCHIVED: 'Task Archived' } as const;\n`;
    const code = `import mixpanel from 'mixpanel-browser';\nimport { EVENTS } from './plan';\nimport { pick } from '@example/pick';\nmixpanel.track(pick([EVENTS.CREATED]));\n`;
    const problems = reviewSources(
      { 'src/plan.ts': plan, 'src/a.ts': code },
      { config: { plan: 'src/plan.ts' }, rules: [unusedEvent] },
    );
    expect(problems.map((problem) => problem.event)).toEqual(['Task Archived']);
  });
});
