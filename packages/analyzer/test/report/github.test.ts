import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/github.js';
import { HOSTILE, finding, fullReview, options, review } from './review-value.js';

describe('GitHub annotations', () => {
  it('has one command for each finding that counts', () => {
    const levels = render(fullReview, options)
      .trimEnd()
      .split('\n')
      .map((line) => /^::(\w+) /.exec(line)?.[1]);
    expect(levels).toEqual(['error', 'error', 'warning', 'notice']);
  });

  it('names place, title and fix', () => {
    expect(render(review(), options)).toBe(
      '::error file=src/task.ts,line=6,endLine=6,col=5,endColumn=22,title=[P0] no-pii%3A "email" of "Task Created"::' +
        'The property "email" holds an e-mail address. Mixpanel must not get it.%0AFix: Drop the property, or send user.id.\n',
    );
  });

  it.each([
    ['columns over several lines', finding({ endLine: 8 }), 'file=src/task.ts,line=6,endLine=8,title='],
    ['a file with signs', finding({ file: 'a,b:c%\n.ts' }), '::error file=a%2Cb%3Ac%25%0A.ts,line=6'],
    ['a message with signs', finding({ message: '100 %\r\n::stop' }), '::100 %25%0D%0A::stop%0AFix'],
    ['a cause', finding({ cause: { file: 'a.ts', line: 2 } }), '%0ACaused by a.ts:2.\n'],
  ])('writes %s', (_, value, expected) => {
    expect(render(review([value]), options)).toContain(expected);
  });

  it('is empty without findings', () => {
    expect(render(review([]), options)).toBe('');
  });

  it('keeps hostile text in its line', () => {
    const text = render(
      review(HOSTILE.map((each) => finding({ message: each, event: each, file: each }))),
      options,
    );
    expect(text.trimEnd().split('\n')).toHaveLength(HOSTILE.length);
  });
});
