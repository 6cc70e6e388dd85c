import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.js';
import { loadConfig } from '../../src/config/load-config.js';
import { compareSources } from '../../src/review/changes.js';
import type { FileBefore } from '../../src/review/changes.js';
import type { Finding } from '../../src/review/review.js';
import { runReview } from '../../src/review/run-review.js';
import { memorySource } from '../../src/source/index.js';

type Files = Readonly<Record<string, string>>;

/** Reviews what changed between two sets of files; `renames` is path now → path before. */
async function reviewChange(before: Files, after: Files, renames: Files = {}) {
  const head = memorySource(after);
  const base = memorySource(before);
  const changed = Object.keys(after).flatMap((path): [string, FileBefore | null][] => {
    const oldPath = renames[path] ?? (path in before ? path : null);
    if (oldPath === path && before[path] === after[path]) return [];
    return [[path, oldPath === null ? null : { path: oldPath, id: before[oldPath] ?? '' }]];
  });
  const { review } = await runReview({
    mode: 'branch',
    scope: {
      head,
      before: {
        source: () => base,
        changes: compareSources(head, ({ path }) => base.read(path), new Map(changed)),
      },
      branch: 'feature',
      base: 'b'.repeat(40),
    },
    config: loadConfig(head),
    engine: { useTypes: false },
    baseline: null,
    isWanted: () => true,
    date: '2026-11-21',
    now: () => 0,
  });
  return review;
}

const brief = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, property, event, file, cause }) =>
    [rule, property ?? event ?? '-', file, ...(cause ? [`because of ${cause.file}:${cause.line}`] : [])].join(
      ' ',
    ),
  );

const WRAPPER = `import mixpanel from 'mixpanel-browser';
import { PREFIX } from './names';
export function trackEvent(name: string, properties?: object) {
  try {
    mixpanel.track(PREFIX + name, properties);
  } catch {}
}
`;
const NAMES = "export const PREFIX = '';\nexport const CREATED = 'Task Created';\n";
const PAGE = `import { trackEvent } from './wrapper';
import { CREATED } from './names';
export function create(task: Task, user: User) {
  trackEvent(CREATED, { task_id: task.id, email: user.email });
}
`;
const FILES: Files = { 'names.ts': NAMES, 'page.ts': PAGE, 'wrapper.ts': WRAPPER };

describe('findings in untouched files', () => {
  it.each<[string, Files, Files, readonly string[]]>([
    [
      'a wrapper that adds a prefix keeps the personal data old',
      FILES,
      { ...FILES, 'names.ts': NAMES.replace("PREFIX = ''", "PREFIX = 'app: '") },
      [],
    ],
    [
      'a function that becomes a wrapper',
      { ...FILES, 'wrapper.ts': WRAPPER.replace('mixpanel.track(PREFIX + name, properties)', 'log(name)') },
      FILES,
      ['no-pii email page.ts because of wrapper.ts:5'],
    ],
    [
      'a constant that becomes personal',
      {
        ...FILES,
        'names.ts': `${NAMES}export const KEY = 'task_type';\n`,
        'page.ts': PAGE.replace('email: user.email', '[KEY]: task.value').replace(
          'CREATED }',
          'CREATED, KEY }',
        ),
      },
      {
        ...FILES,
        'names.ts': `${NAMES}export const KEY = 'phone';\n`,
        'page.ts': PAGE.replace('email: user.email', '[KEY]: task.value').replace(
          'CREATED }',
          'CREATED, KEY }',
        ),
      },
      ['no-pii phone page.ts because of names.ts:3'],
    ],
    ['nothing', FILES, FILES, []],
    ['a comment', FILES, { ...FILES, 'wrapper.ts': `// A comment\n${WRAPPER}` }, []],
  ])('%s', async (_, before, after, expected) => {
    const { findings } = await reviewChange(before, after);
    expect(brief(findings).filter((text) => text.startsWith('no-pii'))).toEqual(expected);
  });

  it('appear when the plan loses an event', async () => {
    const plan = (events: object): string => JSON.stringify({ events });
    const event = (name: string) => ({ [name]: { description: 'When a task is created.' } });
    const files = { ...FILES, 'tracklint.config.json': '{ "plan": "plan.json" }' };
    const { findings } = await reviewChange(
      { ...files, 'plan.json': plan({ ...event('Task Created'), ...event('Other') }) },
      { ...files, 'plan.json': plan(event('Other')) },
    );
    expect(brief(findings)).toContain('registered-event Task Created page.ts because of plan.json:1');
  });

  it('appear when the configuration turns a rule on', async () => {
    const init = {
      'init.ts':
        "import mixpanel from 'mixpanel-browser';\nmixpanel.init('0123456789abcdef0123456789abcdef');\n",
    };
    const { findings } = await reviewChange(init, {
      ...init,
      'tracklint.config.json': '{ "residency": "eu" }',
    });
    expect(findings.map(({ rule }) => rule)).toContain('data-residency');
  });
});

describe('a change', () => {
  it.each<[string, Files, Files, readonly string[]]>([
    [
      'of nothing but the name of a file',
      { 'new name.ts': PAGE, 'names.ts': NAMES, 'wrapper.ts': WRAPPER },
      { 'new name.ts': 'page.ts' },
      [],
    ],
    [
      'of the name of a file and the function in it',
      { 'renamed.ts': PAGE.replace('create(', 'make('), 'names.ts': NAMES, 'wrapper.ts': WRAPPER },
      { 'renamed.ts': 'page.ts' },
      [],
    ],
    ['that copies a file', { ...FILES, 'z.ts': PAGE }, {}, ['no-pii email z.ts']],
    ['that copies a file to an earlier path', { ...FILES, 'a.ts': PAGE }, {}, ['no-pii email a.ts']],
    [
      'that adds an equal finding above the old one',
      {
        ...FILES,
        'page.ts': PAGE.replace(
          '  trackEvent(',
          '  trackEvent(CREATED, { email: user.email });\n  trackEvent(',
        ),
      },
      {},
      ['no-pii email page.ts'],
    ],
    ['that fixes it', { ...FILES, 'page.ts': PAGE.replace(', email: user.email', '') }, {}, []],
  ])('%s', async (_, after, renames, expected) => {
    const { findings } = await reviewChange(FILES, after, renames);
    expect(brief(findings).filter((text) => text.startsWith('no-pii'))).toEqual(expected);
  });

  it('points at the new one of equal findings', async () => {
    const page = PAGE.replace(
      '  trackEvent(',
      '  trackEvent(CREATED, { email: user.email });\n  trackEvent(',
    );
    const { findings } = await reviewChange(FILES, { ...FILES, 'page.ts': page });
    expect(findings.filter(({ rule }) => rule === 'no-pii').map(({ line }) => line)).toEqual([4]);
  });

  it('may not hide behind a milder finding at the same place', async () => {
    const page = (type: string) =>
      PAGE.replace('email: user.email', 'name: user.name').replace('user: User', `user: ${type}`);
    const before = { ...FILES, 'page.ts': page('Product').replaceAll('user', 'item') };
    const after = { ...FILES, 'page.ts': page('User') };
    expect((await reviewChange(before, after)).findings.map(({ rule }) => rule)).toContain('no-pii');
  });
});

describe('suppression comments', () => {
  const suppressed = PAGE.replace(
    '  trackEvent(',
    '  // eslint-disable-next-line mixpanel/no-pii -- agreed\n  trackEvent(',
  );

  it('are shown in the change that adds them', async () => {
    const review = await reviewChange(FILES, { ...FILES, 'page.ts': suppressed });
    expect(review.findings).toEqual([]);
    expect(review.suppressed).toMatchObject([{ rule: 'no-pii', reason: 'agreed' }]);
  });

  it('give the finding back in the change that takes them away', async () => {
    const review = await reviewChange({ ...FILES, 'page.ts': suppressed }, FILES);
    expect(brief(review.findings)).toEqual(['no-pii email page.ts']);
  });

  it('are not shown when they were there before', async () => {
    const before = { ...FILES, 'page.ts': suppressed };
    const review = await reviewChange(before, { ...before, 'page.ts': `// A\n${suppressed}` });
    expect([...review.findings, ...review.suppressed]).toEqual([]);
  });
});

describe('notices', () => {
  it('say that there is no plan, once', async () => {
    const { notices } = await reviewChange({}, FILES);
    expect(notices.filter(({ kind }) => kind === 'no-plan')).toHaveLength(1);
    expect(defaultConfig.plan).toBeNull();
  });
});
