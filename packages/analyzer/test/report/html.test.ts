import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/html.js';
import { HOSTILE, finding, fullReview, options, review, trackingCall } from './review-value.js';

const hostile = review(
  HOSTILE.map((text) => finding({ event: text, property: text, message: text, fix: text, file: text })),
  {
    calls: HOSTILE.map((text) =>
      trackingCall({ file: text, event: { ...trackingCall().event!, name: text, names: [text] } }),
    ),
    scope: { mode: 'all', branch: HOSTILE[1] ?? '', base: null, date: '2026-11-21' },
    suppressed: [finding({ status: 'suppressed', reason: HOSTILE[0] ?? '' })],
    notices: HOSTILE.map((text) => ({ kind: 'limit', file: text, line: 1, message: text })),
  },
);

describe('HTML report', () => {
  it.each([
    ['findings of all severities', fullReview],
    ['hostile text', hostile],
    ['nothing', review([], { calls: [] })],
  ])('requests nothing and runs only its own script, with %s', (_, value) => {
    const page = render(value, options);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<style/g)).toHaveLength(1);
    // Attributes of real tags only: escaped text cannot contain a `<`.
    const tags = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '').match(/<[a-z][^>]*>/gi) ?? [];
    for (const tag of tags) expect(tag).not.toMatch(/\s(?:src|href|style|on\w+)=/i);
    expect(page).not.toMatch(/<(?:img|link|iframe|object|base)\b/i);
    expect(page).not.toMatch(/@import|url\(/);
  });

  it('allows exactly its style sheet and its script', () => {
    const page = render(fullReview, options);
    const hash = (tag: string): string => {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      return createHash('sha256').update(content).digest('base64');
    };
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it('has a row for each event and property, with its category of personal data', () => {
    const page = render(fullReview, options);
    expect(page).toContain(
      '<tr><td>Task Created</td><td><code>email</code></td><td class="personal">email</td><td>src/task.ts</td></tr>',
    );
    expect(page).toContain(
      '<tr><td>Task Created</td><td><code>id</code></td><td></td><td>src/task.ts</td></tr>',
    );
  });

  it('escapes names', () => {
    const page = render(hostile, options);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('\u202e');
  });

  it('masks personal values', () => {
    const event = { ...trackingCall().event!, name: 'Hi jane@example.com', names: ['Hi jane@example.com'] };
    expect(render(review([], { calls: [trackingCall({ event })] }), options)).not.toContain('jane');
  });
});
