import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/markdown.js';
import { markdownCode, markdownText } from '../../src/report/markdown-text.js';
import { finding, fullReview, options, review } from './review-value.js';

describe('Markdown report', () => {
  it('has the layout of the template', () => {
    const lines = render(fullReview, options).split('\n');
    const marks = [
      '# Mixpanel',
      '**Branch**',
      '**Scope**',
      '**Date**',
      '## Summary',
      '| Category | Status | Issues |',
      '| PII Protection | FAIL | 2 |',
      '| Identity | PASS | 0 |',
    ];
    const issue = [
      '## Issues Found',
      '### [P0] CRITICAL - ',
      '**File**: `src/task.ts:6`',
      '**Issue**: ',
      '**Fix**: ',
    ];
    const rest = [
      '### [P1] HIGH',
      '### [P2] MEDIUM',
      '### [P3] LOW',
      '## Recommendations',
      '- P0',
      '## Suppressed',
      '## Accepted',
    ];
    let from = 0;
    for (const mark of [...marks, ...issue, ...rest]) {
      const at = lines.findIndex((line, index) => index >= from && line.startsWith(mark));
      expect(at, mark).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it('says so when there is nothing', () => {
    const text = render(review([]), options);
    expect(text).toContain('No issues found.');
    expect(text).toContain('- Nothing to do.');
    expect(text).not.toContain('FAIL');
  });

  it('shows suppressions with their reason', () => {
    expect(render(fullReview, options)).toMatch(
      /## Suppressed\n\n- \[P0\] no-pii.* in `src\/task.ts:6` - agreed with legal/,
    );
  });

  it('keeps hostile names in their heading', () => {
    const text = render(review([finding({ event: 'a\n# Evil', file: 'a`b.ts' })]), options);
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual([
      '# Mixpanel Implementation Review',
    ]);
    expect(text).toContain('**File**: ``a`b.ts:6``');
  });
});

describe('markdownText', () => {
  it.each([
    ['<b>', '&lt;b&gt;'],
    ['**a** _b_', '\\*\\*a\\*\\* \\_b\\_'],
    ['__a__', '\\_\\_a\\_\\_'],
    ['user_logged_in', 'user_logged_in'],
    ['[a](b)', '\\[a\\](b)'],
    ['![a](b)', '!\\[a\\](b)'],
    ['`a`', '\\`a\\`'],
    ['a | b', 'a \\| b'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['1st', '1st'],
    ['# a', '\\# a'],
    ['a\n\n# b', 'a # b'],
    ['&lt;', '&amp;lt;'],
    ['http://example.com', 'http&#58;&#8203;//example.com'],
    ['www.example.com', 'www&#8203;&#46;example.com'],
    ['@octocat', '@&#8203;octocat'],
    ['#12', '&#35;&#8203;12'],
    ['see #12', 'see &#35;&#8203;12'],
    ['a\\b', 'a\\\\b'],
    ['plain text, with (few) signs!', 'plain text, with (few) signs!'],
  ])('defuses %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

describe('markdownCode', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a``b`c', '```a``b`c```'],
    ['a\nb', '`a b`'],
  ])('fences %j', (text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });
});
