import { describe, expect, it } from 'vitest';
import { eventNameFormat } from '../../src/rules/event-name-format.js';
import { executionContextOf } from '../../src/rules/facts/execution-context.js';
import { prevailingStyle, stylesOf } from '../../src/rules/facts/name-style.js';
import { applyEdit, reviewSources } from '../support/review-sources.js';

const tracks = (names: readonly string[]): string =>
  `import mixpanel from 'mixpanel-browser';\n${names.map((name) => `mixpanel.track('${name}');`).join('\n')}\n`;
const review = (names: readonly string[], options: { config?: object; plan?: object } = {}) =>
  reviewSources({ 'src/a.ts': tracks(names) }, { ...options, rules: [eventNameFormat] }).map((problem) => [
    problem.messageId,
    problem.event,
  ]);

const TITLES = ['Task Created', 'Task Completed', 'Sprint Started', 'Dashboard Viewed', 'Export Generated'];

describe('event-name-format', () => {
  it.each([
    ['a snake among titles', [...TITLES, 'report_sent'], {}, [['style', 'report_sent']]],
    ['a camel among titles', [...TITLES, 'reportSent'], {}, [['style', 'reportSent']]],
    [
      'a configured pattern',
      ['task.created', 'Task Created'],
      { config: { eventNames: { pattern: '[a-z]+\\.[a-z]+' } } },
      [['pattern', 'Task Created']],
    ],
    [
      'a configured prefix',
      ['svc.task.created', 'task.created'],
      { config: { eventNames: { prefix: 'svc.' } } },
      [['pattern', 'task.created']],
    ],
    [
      'a prefix without dots',
      ['App: Opened', 'Opened'],
      { config: { eventNames: { prefix: 'App: ' } } },
      [['pattern', 'Opened']],
    ],
    [
      'a plan with dots',
      ['svc.task.created', 'Task Removed'],
      { plan: { 'svc.task.created': {}, 'svc.task.Done': {} } },
      [
        ['pattern', 'Task Removed'],
        ['pattern', 'svc.task.Done'],
      ],
    ],
    ['execution context', ['svc.reminder.cron_sent'], {}, [['executionContext', 'svc.reminder.cron_sent']]],
    [
      'execution context in words',
      ['Reminder Batch Job Sent'],
      {},
      [['executionContext', 'Reminder Batch Job Sent']],
    ],
  ])('reports %s', (_, names, options, expected) => {
    expect(review(names, options)).toEqual(expected);
  });

  it.each([
    ['one style', TITLES, {}],
    ['a single word that fits', [...TITLES, 'Login'], {}],
    ['too few names', ['Task Created', 'Task Completed', 'Sprint Started', 'report_sent'], {}],
    [
      'no majority',
      ['Task Created', 'Task Completed', 'Sprint Started', 'report_sent', 'task_seen', 'x_y'],
      {},
    ],
    ['small words, own spellings and numbers', [...TITLES, 'Sign up to iOS Beta 2'], {}],
    ['Mixpanel’s own events', [...TITLES, '$mp_web_page_view'], {}],
    ['another spelling of a known name, which has its own rule', [...TITLES, 'task_created'], {}],
    [
      'dots with an error',
      ['svc.task.created', 'svc.task.created.error'],
      { config: { eventNames: { prefix: 'svc.' } } },
    ],
    [
      'a meeting that is scheduled',
      ['Meeting Scheduled', 'Batch Uploaded', 'Job Posted', 'Webhook Created'],
      {},
    ],
    ['a product about cron jobs', ['Cron Job Created', 'Lambda Deleted'], {}],
  ])('says nothing about %s', (_, names, options) => {
    expect(review(names, options)).toEqual([]);
  });

  it('suggests the name in the prevailing style', () => {
    const code = tracks([...TITLES, 'report_sent']);
    const [problem] = reviewSources({ 'src/a.ts': code }, { rules: [eventNameFormat] });
    expect(applyEdit(code, problem!.edits![0]!)).toContain(`mixpanel.track('Report Sent');`);
  });

  it('is not stopped by a hostile pattern', () => {
    const name = `${'a'.repeat(200)}!`;
    expect(review([name], { config: { eventNames: { pattern: '(a+)+b' } } })).toEqual([['pattern', name]]);
  });
});

describe('styles of names', () => {
  it.each([
    ['task_created', ['snake_case']],
    ['task-created', ['kebab-case']],
    ['taskCreated', ['camelCase']],
    ['TaskCreated', ['PascalCase']],
    ['TASK_CREATED', ['SCREAMING_CASE']],
    ['task.created', ['dot.case']],
    ['Task Created', ['Title Case']],
    ['Task created', ['Sentence case']],
    ['task created', ['lower case']],
    ['Task_Created', []],
  ])('%s', (name, styles) => {
    expect(stylesOf(name)).toEqual(styles);
  });

  it('needs five telling names', () => {
    expect(prevailingStyle(TITLES.slice(0, 4))).toBeNull();
    expect(prevailingStyle(TITLES)).toBe('Title Case');
  });

  it.each([
    ['survey_sent_by_cron', 'cron'],
    ['nightly job finished', 'nightly job'],
    ['Invoice Sent via Worker', 'via worker'],
    ['Order Scheduled', null],
    ['Retry Clicked', null],
    ['Queue Joined', null],
  ])('context of %s', (name, expected) => {
    expect(executionContextOf(name)).toBe(expected);
  });
});
