import { describe, expect, it } from 'vitest';
import { nearDuplicateEvent } from '../../src/rules/near-duplicate-event.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const IMPORT = `import mixpanel from 'mixpanel-browser';\n`;
const review = (code: string, plan?: object) =>
  reviewSources(
    { 'src/a.ts': IMPORT + code },
    { ...(plan ? { plan } : {}), rules: [nearDuplicateEvent] },
  ).map((problem) => [problem.messageId, problem.text]);

const track = (...names: readonly string[]): string =>
  names.map((name) => `mixpanel.track('${name}');`).join('\n');

describe('near-duplicate-event', () => {
  it.each([
    [track('Sign Up', 'Sign Up', 'sign_up'), [['spelling', `'sign_up'`]]],
    [
      track('Sign Up', 'Sign Up', 'SignUp', 'signup'),
      [
        ['spelling', `'SignUp'`],
        ['spelling', `'signup'`],
      ],
    ],
    [track('Buy – Step One', 'Buy - Step One', 'Buy - Step One'), [['spelling', `'Buy – Step One'`]]],
    [
      `const E = { SIGN_UP: 'Sign Up' } as const;\nmixpanel.track(E.SIGN_UP);\nmixpanel.track('Sign Up');`,
      [['constant', `'Sign Up'`]],
    ],
    [
      `enum E { SignUp = 'Sign Up' }\nmixpanel.track(E.SignUp);\nmixpanel.track('sign up');`,
      [['spelling', `'sign up'`]],
    ],
    [
      `mixpanel.track(location.hash ? 'Sign Up' : 'Log In');\nmixpanel.track('log in');`,
      [['spelling', `'log in'`]],
    ],
  ])('reports in %s', (code, expected) => {
    expect(review(code)).toEqual(expected);
  });

  it.each([
    track('Sign Up', 'Sign Up', 'Sign In'),
    track('Item 1', 'Item 2'),
    track('Viewed Page', 'Page Viewed'),
    track('Task Created', 'Tasks Created'),
    `const E = { SIGN_UP: 'Sign Up' } as const;\nmixpanel.track(E.SIGN_UP);\nmixpanel.track(E.SIGN_UP);`,
    `const E = { SIGN_UP: 'Sign Up' } as const;\nmixpanel.track('Sign Up');\nconsole.log(E);`,
    `const send = (name: string) => mixpanel.track('App ' + name);\nconst E = { A: 'App Opened' } as const;\nsend('Opened');\nmixpanel.track(E.A);`,
    `mixpanel.track('Sign Up');\nconsole.log('sign_up');`,
    `mixpanel.track('!!');\nmixpanel.track('??');`,
  ])('says nothing about %s', (code) => {
    expect(review(code)).toEqual([]);
  });

  it('keeps the spelling of the plan, however often the other one is used', () => {
    expect(review(track('sign_up', 'sign_up', 'Sign Up'), { 'Sign Up': {} })).toEqual([
      ['spelling', `'sign_up'`],
      ['spelling', `'sign_up'`],
    ]);
  });

  it('offers the constant as a safe fix where it is imported', () => {
    const constants = `export const EVENTS = { SIGN_UP: 'Sign Up' } as const;\n`;
    const code = `${IMPORT}import { EVENTS } from './events';\nmixpanel.track(EVENTS.SIGN_UP);\nmixpanel.track('Sign Up');\n`;
    const other = `${IMPORT}mixpanel.track('Sign Up');\n`;
    const problems = reviewSources(
      { 'src/events.ts': constants, 'src/a.ts': code, 'src/b.ts': other },
      { rules: [nearDuplicateEvent] },
    );
    expect(problems.map((problem) => [problem.at.file, problem.edits?.length])).toEqual([
      ['src/a.ts', 1],
      ['src/b.ts', 0],
    ]);
    expect(problems[0]!.edits![0]!.isSafe).toBe(true);
    expect(applyEdit(code, problems[0]!.edits![0]!)).toContain(
      'mixpanel.track(EVENTS.SIGN_UP);\nmixpanel.track(EVENTS.SIGN_UP);',
    );
  });
});
