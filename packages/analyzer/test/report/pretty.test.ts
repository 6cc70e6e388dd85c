import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/pretty.js';
import { columnsOf } from '../../src/report/terminal-text.js';
import { HOSTILE, TEXT, finding, fullReview, options, review } from './review-value.js';

describe('pretty report', () => {
  it('shows the finding, its code, its way to the SDK and its fix', () => {
    expect(render(review(), options)).toMatchInlineSnapshot(`
      "P0 CRITICAL must be fixed before merge · 1 finding

        src/task.ts:6:5  no-pii
          The property "email" holds an e-mail address. Mixpanel must not get it.

              5 │     id: user.id,
          ›   6 │     email: user.email,
                │     ^^^^^^^^^^^^^^^^^
              7 │   });

          via   trackEvent (src/analytics.ts:4)
          fix   Drop the property, or send user.id.

      Summary
        PII Protection      FAIL  1
        Event Registration  PASS  0
        Schema Design       PASS  0
        Service Patterns    PASS  0
        Identity            PASS  0
        Test Coverage       PASS  0
        Naming and Time     PASS  0

      ✖ 1 finding (1 P0, 0 P1, 0 P2, 0 P3)
      all on main · 1 tracking call in 12 files
      "
    `);
  });

  it('groups by severity, then lists notices', () => {
    const text = render(fullReview, options);
    const order = ['P0 CRITICAL', 'P1 HIGH', 'P2 MEDIUM', 'P3 LOW', 'Notices', 'Summary', '4 findings'];
    expect(order.map((mark) => text.indexOf(mark))).toEqual(
      order.map((mark) => text.indexOf(mark)).sort((a, b) => a - b),
    );
    expect(text).toContain('cause changed at src/analytics.ts:2');
    expect(text).toMatch(/1 accepted by the baseline · 1\s+suppressed/);
  });

  it('says so when there is nothing', () => {
    expect(render(review([]), options)).toContain('✔ No findings');
  });

  it.each([30, 40, 60, 120])('fits into %i columns', (width) => {
    const long = finding({
      message: `The property "${'x'.repeat(90)}" is a problem.`,
      fix: 'word '.repeat(50),
    });
    const lines = render(review([finding(), long, finding({ event: '日本語'.repeat(20) })]), {
      ...options,
      width,
    }).split('\n');
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
  });

  it('keeps long lines around the place', () => {
    const line = `${'a'.repeat(300)} email: user.email ${'b'.repeat(300)}`;
    const text = render(
      review([finding({ line: 1, endLine: 1, column: 302, endColumn: 319 })], {
        texts: new Map([['src/task.ts', line]]),
      }),
      options,
    );
    expect(text).toMatch(/› {3}1 │ …a+ email: user\.email b+…/);
  });

  it('uses colours only when told to', () => {
    const escape = '\u001b[';
    expect(render(fullReview, options)).not.toContain(escape);
    expect(render(fullReview, { ...options, color: true })).toContain(escape);
  });

  it('prints nothing that steers the terminal', () => {
    const hostile = HOSTILE.map((text) => finding({ event: text, message: text, fix: text, file: text }));
    const texts = new Map([['src/task.ts', TEXT.replace('user.email', '"\u001b]0;x\u0007"')]]);
    expect(render(review([...hostile, finding()], { texts }), options)).not.toMatch(
      /(?!\n)[\p{Cc}\p{Bidi_Control}]/u,
    );
  });

  it('masks personal values and secrets in code', () => {
    const texts = new Map([
      ['src/task.ts', TEXT.replace('user.email', "'jane@example.com'").replace('user.id', "'abcdef123456'")],
    ]);
    const secret = finding({ rule: 'no-exposed-secret', line: 5, endLine: 5, column: 5, endColumn: 23 });
    const text = render(review([finding(), secret], { texts }), options);
    expect(text).not.toContain('jane');
    expect(text).toContain("email: '•••'");
    expect(text).toContain("›   5 │     id: '•••'");
  });

  it('does without the text of a file', () => {
    expect(render(review([finding({ file: 'gone.ts' })]), options)).toContain('gone.ts:6:5');
  });
});
