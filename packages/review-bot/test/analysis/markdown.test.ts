import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { AnalysisResult, BotFinding } from '../../src/analysis/analysis-result.js';
import { convergeCheckRun } from '../../src/delivery/check-run.js';
import { planInlineComments } from '../../src/delivery/inline-comments.js';
import { explainFinding } from '../../src/delivery/replies.js';
import { renderReport } from '../../src/delivery/report.js';
import { judge } from '../../src/delivery/verdict.js';
import { markerSigner } from '../../src/github/marker.js';
import type { Annotation, RepositoryApi } from '../../src/github/repository-api.js';
import { finding, result } from '../delivery/finding.js';

/** What the reviewed repository decides about. */
interface Names {
  readonly event: string;
  readonly property: string;
  readonly file: string;
  readonly message: string;
  readonly reason: string;
}

const FRAGMENTS = [
  ...[
    '@someone',
    '@acme/team',
    'a@evil.example',
    '#1',
    'acme/shop#1',
    'GH-1',
    'http://evil.example',
    'www.evil.example',
    'ftp://evil',
  ],
  ...[
    '<!-- tracklint:report::0123456789abcdef0123456789abcdef -->',
    '<!--',
    '-->',
    '<img src=x onerror=x>',
    '<details>',
    '</details>',
    '<a href="x">',
    '<https://evil.example>',
    'xmpp:a@evil.example',
    'mailto:a@evil.example',
  ],
  ...[
    '![x](http://evil.example/x.png)',
    '[x](javascript:x)',
    '[x]: http://evil.example',
    '[x][x]',
    '[^1]',
    '[^1]: x',
    '- [ ] x',
  ],
  ...[
    '`',
    '``',
    '```',
    '```suggestion',
    '~~~',
    '~~x~~',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\u2028',
    '\u0085',
    '# x',
    '## ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '|',
    '| --- |',
    '---',
    '===',
    '***',
    '**x**',
    '__x__',
    '_x_',
    '*x*',
  ],
  ...[
    '&lt;',
    '&#64;someone',
    '&commat;someone',
    '\\',
    '\\@',
    '$x$',
    '$$',
    ':tada:',
    '\t',
    '    x',
    '\0',
    '\u001b[31m',
    '\u007f',
    ' ',
    '.',
    '!',
    '(',
    ')',
    ']',
    '[',
    '<',
    '>',
    '&',
    '%',
    '//',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u2069',
    '\u200f',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u180e',
    '\u3164',
    '\u{e0041}',
    '\ud800',
    '\udc00',
    '👩\u200d💻',
    'ä',
    'x',
    'word',
    '__proto__',
  ],
];
const text = fc
  .oneof(
    fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.string({ minLength: 1, maxLength: 30 }),
  )
  .filter((own) => own.trim() !== '');
const names: fc.Arbitrary<Names> = fc.record({
  event: text,
  property: text,
  file: text,
  message: text,
  reason: text,
});
const PLAIN: Names = {
  event: 'word',
  property: 'word',
  file: 'src/word.ts',
  message: 'word',
  reason: 'word',
};

const signer = markerSigner('key', '1#2');
const HEAD = 'a'.repeat(40);
const REPOSITORY = 'https://github.com/acme/shop';

function findingOf({ event, property, file, message }: Names): BotFinding {
  return finding({
    ...{ event, property, file, message, fix: message, evidence: [message], via: [`${event} (${file}:1)`] },
    cause: { file, line: 2 },
  });
}

function resultOf(own: Names): AnalysisResult {
  return result({
    findings: [findingOf(own)],
    suppressed: [{ ...findingOf(own), fingerprint: 'b'.repeat(32), reason: own.reason }],
    relaxations: [{ kind: 'ignore', what: own.message, file: own.file }],
    notices: [{ message: own.message, file: own.file, line: 1 }],
  });
}

/** Everything that is posted as Markdown, each by itself. */
function texts(own: Names): readonly string[] {
  const reviewed = resultOf(own);
  const waivers = [{ id: 'b'.repeat(32), by: 'maintainer', reason: own.reason }] as never;
  const verdict = judge(reviewed, []);
  const waived = judge(reviewed, waivers);
  const scope = {
    branch: own.event,
    base: HEAD,
    head: HEAD,
    date: '2026-01-01',
    repositoryUrl: REPOSITORY,
    pausedBy: null,
  };
  const where = { limit: 65_000, whereElse: 'see the check' };
  const comments = planInlineComments({
    ...{
      verdict,
      all: reviewed.findings,
      existing: [],
      head: HEAD,
      repositoryUrl: REPOSITORY,
      signer,
      limit: 30,
    },
    patches: new Map([[own.file, '@@ -0,0 +1,9 @@\n+a\n+b\n+c\n+d\n+e\n+f\n+g\n+h\n+i']]),
  });
  expect(comments.create).toHaveLength(1);
  return [
    renderReport(reviewed, verdict, scope, where),
    renderReport(reviewed, waived, scope, where),
    ...comments.create.map(({ body }) => body),
    explainFinding(findingOf(own), { repositoryUrl: REPOSITORY, head: HEAD }),
  ];
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const parse = (markdown: string): Node =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

/** How often each kind of node occurs: whatever a name holds must not change it. Where links lead is looked at one by one. */
function shape(markdown: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of nodesOf(parse(markdown)))
    // Names in back-ticks within a sentence are shown as code, which does nothing either.
    if (type !== 'text' && type !== 'link' && type !== 'inlineCode') counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** What GitHub makes a mention or a reference of, in text that is no code. */
const REFERENCE = /@[a-z0-9]|#\d|\bGH-\d/i;
const UNSEEN =
  /[^\P{Cc}\n]|[\p{Cs}\p{Bidi_Control}\u00ad\u180e\u200b\u200c\u2060-\u2064\u3164\ufeff\u{e0000}-\u{e007f}]/u;
const RUNS = { numRuns: 150 };

describe('what comes from the reviewed repository', () => {
  const expected = texts(PLAIN).map(shape);

  it('is text wherever it is shown as Markdown', () => {
    fc.assert(
      fc.property(names, (own) => {
        texts(own).forEach((markdown, index) => {
          expect(shape(markdown)).toEqual(expected[index]);
          for (const { type, value = '', url = '' } of nodesOf(parse(markdown))) {
            if (type === 'text') expect(value).not.toMatch(REFERENCE);
            if (type === 'link') expect(url.startsWith(`${REPOSITORY}/blob/${HEAD}/`)).toBe(true);
            if (type === 'html')
              expect(value).toMatch(
                /^(<\/?(details|summary|sub)>(Notices)?)+$|^<details><summary>Notices<\/summary>$|^<!-- tracklint:finding:[0-9a-z-]+:[0-9a-f]{32} -->$/,
              );
          }
          expect(markdown).not.toMatch(UNSEEN);
        });
      }),
      RUNS,
    );
  });

  it('cannot pass for a marker of ours', () => {
    fc.assert(
      fc.property(names, (own) => {
        const [report = '', , comment = ''] = texts(own);
        expect(signer.read(report)).toBeNull();
        expect(signer.read(comment)).toMatchObject({ kind: 'finding' });
      }),
      RUNS,
    );
  });

  it('cannot break out of a suggestion', () => {
    const dangerous = fc.array(
      fc.constantFrom(...FRAGMENTS.filter((part) => !/[\r\u2028\u0085\0\u001b\u007f]/.test(part)), '\n'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        dangerous.map((parts) => parts.join('')),
        (suggested) => {
          const own = finding({ suggestion: { startLine: 3, endLine: 3, text: suggested } });
          const verdict = judge(result({ findings: [own] }), []);
          const [comment] = planInlineComments({
            ...{ verdict, all: [own], existing: [], head: HEAD, repositoryUrl: REPOSITORY, signer, limit: 1 },
            patches: new Map([[own.file, '@@ -0,0 +1,5 @@\n+a\n+b\n+c\n+d\n+e']]),
          }).create;
          const blocks = [...nodesOf(parse(comment?.body ?? ''))].filter(({ type }) => type === 'code');
          expect(blocks.map(({ value }) => value)).toEqual([suggested]);
          expect(signer.read(comment?.body ?? '')).not.toBeNull();
        },
      ),
      RUNS,
    );
  });

  it('is one line without anything unseen in annotations', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (own) => {
        const annotations: Annotation[] = [];
        const api = {
          updateCheckRun: (_: number, { output }: { output: { annotations: readonly Annotation[] } }) => {
            annotations.push(...output.annotations);
            return Promise.resolve();
          },
        } as unknown as RepositoryApi;
        const run = {
          id: 1,
          status: 'in_progress',
          conclusion: null,
          title: null,
          summary: null,
          annotationsCount: 0,
        } as never;
        const check = {
          conclusion: 'failure',
          title: 'x',
          summary: 'x',
          findings: [findingOf(own)],
        } as const;
        await convergeCheckRun(api, run, check, () => Promise.resolve());
        const [annotation] = annotations;
        expect(annotation?.title).not.toMatch(UNSEEN);
        expect(annotation?.title).not.toContain('\n');
        expect(annotation?.title?.length).toBeLessThanOrEqual(255);
        expect(annotation?.message).not.toMatch(UNSEEN);
        expect(annotation?.message.split('\n')).toHaveLength(3);
      }),
      RUNS,
    );
  });

  it('is cut where it would be too long, and never inside of a sign', () => {
    const long = { ...PLAIN, event: '😀'.repeat(3_000), message: `x${'😀'.repeat(3_000)}` };
    for (const markdown of texts(long)) {
      expect(markdown.length).toBeLessThan(65_000);
      expect(markdown).not.toMatch(UNSEEN);
    }
  });
});
