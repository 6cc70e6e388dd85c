import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeRepository } from '../../../../test-fixtures/github-server/fake-repository.js';
import type { FakePullRequest } from '../../../../test-fixtures/github-server/fake-repository.js';
import { analyse } from '../../src/analysis/analyse.js';
import { openBlobStore } from '../../src/code/blob-store.js';
import type { BlobStore } from '../../src/code/blob-store.js';
import type { Snapshot } from '../../src/code/snapshot.js';
import { planInlineComments } from '../../src/delivery/inline-comments.js';
import { judge } from '../../src/delivery/verdict.js';
import { markerSigner } from '../../src/github/marker.js';

/**
 * Whatever is done to a pull request, one push after the other, each fault in it gets one comment for all its life. GitHub's
 * part (which lines a comment stands on, what is outdated) is that of the fake server; the analysis is the real one.
 */

const WRAPPER = `import mixpanel from 'mixpanel-browser';
export const trackEvent = (name: string, properties: object) => mixpanel.track(name, properties);
`;

/** The faulty file before it is laid out: what a person would say has stayed the same across edits. */
interface Program {
  readonly file: string;
  readonly functions: readonly {
    readonly name: string;
    readonly event: string;
    readonly isFaulty: boolean;
  }[];
  readonly linesAbove: number;
  readonly isSpread: boolean;
}

function layOut({ functions, linesAbove, isSpread }: Program): string {
  const above = [...Array(linesAbove).keys()].map((line) => `// line ${line}`);
  const body = functions.flatMap(({ name, event, isFaulty }) => {
    const properties = isFaulty ? 'email: user.email' : 'count: 1';
    const call = isSpread
      ? [`  trackEvent(`, `    '${event}',`, `    { ${properties} },`, `  );`]
      : [`  trackEvent('${event}', { ${properties} });`];
    return [`export function ${name}(user: { email: string }) {`, ...call, `  return user;`, '}', ''];
  });
  return ["import { trackEvent } from './analytics';", ...above, ...body].join('\n');
}

const index = fc.integer({ min: 0, max: 3 });
const edit = fc.oneof(
  fc.record({ do: fc.constant('insert lines above'), by: fc.integer({ min: 1, max: 8 }), at: index }),
  fc.record({
    do: fc.constantFrom('reformat', 'rename the file', 'move the first function to the end'),
    by: index,
    at: index,
  }),
  fc.record({ do: fc.constantFrom('rename a function', 'fix', 'break again'), by: index, at: index }),
  fc.record({ do: fc.constant('rebase'), by: index, at: index }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(program: Program, { do: what, by, at }: Edit, step: number): Program {
  const { functions } = program;
  const changed = (own: Partial<Program['functions'][number]>): Program => ({
    ...program,
    functions: functions.map((each, place) => (place === at % functions.length ? { ...each, ...own } : each)),
  });
  switch (what) {
    case 'insert lines above':
      return { ...program, linesAbove: program.linesAbove + by };
    case 'reformat':
      return { ...program, isSpread: !program.isSpread };
    case 'rename the file':
      return { ...program, file: `src/renamed-${step}.ts` };
    case 'move the first function to the end':
      return { ...program, functions: [...functions.slice(1), ...functions.slice(0, 1)] };
    case 'rename a function':
      return changed({ name: `renamed${step}` });
    case 'fix':
      return changed({ isFaulty: false });
    case 'break again':
      return changed({ isFaulty: true });
    default:
      return program;
  }
}

async function snapshotOf({ git }: FakeRepository, commit: string, store: BlobStore): Promise<Snapshot> {
  const entries = (git.tree(git.treeOf(commit), true) ?? []).filter(({ type }) => type === 'blob');
  for (const { sha } of entries) await store.put(sha, git.blob(sha) ?? Buffer.alloc(0));
  return { commit, files: entries.map(({ path, sha }) => ({ path, blob: sha })) };
}

/** Reviews the head of a pull request and posts as the bot would. */
async function reviewAndPost(pull: FakePullRequest, store: BlobStore): Promise<void> {
  const { repository, headSha } = pull;
  const base = repository.git.mergeBase('refs/heads/main', headSha) ?? '';
  const snapshots = {
    head: await snapshotOf(repository, headSha, store),
    base: await snapshotOf(repository, base, store),
  };
  const result = await analyse({
    ...snapshots,
    policy: snapshots.base,
    blobs: store.directory,
    branch: 'x',
    date: '2026-01-01',
  });
  const patches = new Map(
    repository.git.diff(base, headSha).flatMap(({ path, patch }) => (patch === null ? [] : [[path, patch]])),
  );
  const plan = planInlineComments({
    ...{
      verdict: judge(result, []),
      all: result.findings,
      patches,
      head: headSha,
      repositoryUrl: null,
      limit: 30,
    },
    signer: markerSigner('secret', '1#1'),
    existing: pull
      .reviewComments()
      .map((own) => ({ ...own, author: own.login, isEdited: false, repliesTo: null })),
  });
  for (const { id, body } of plan.update) pull.reviewComments().find((own) => own.id === id)!.body = body;
  for (const { path, body, line, startLine } of plan.create) {
    repository.lineComments.push({
      ...{
        id: repository.surroundings.newId(),
        number: 1,
        login: 'tracklint[bot]',
        isBot: true,
        createdAt: '',
        updatedAt: '',
      },
      ...{
        isDeleted: false,
        reactions: [],
        reviewId: 1,
        inReplyTo: null,
        originalCommit: headSha,
        originalLine: line,
      },
      ...{ body, path, line, startLine },
    });
  }
}

it('never comments twice on one fault, whatever is edited, moved, renamed or rebased', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-blobs-'));
  const store = await openBlobStore(directory);
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        let ids = 0;
        const surroundings = {
          newId: () => (ids += 1),
          now: () => '2026-01-01T00:00:00Z',
          notify: () => undefined,
        };
        const repository = new FakeRepository(1, 'acme', 'shop', surroundings);
        try {
          let program: Program = {
            ...{ file: 'src/steps.ts', linesAbove: 0, isSpread: false },
            functions: ['one', 'two', 'three'].map((name) => ({
              name,
              event: `Step ${name}`,
              isFaulty: true,
            })),
          };
          repository.branch(
            'feature',
            repository.commit('main', { files: { 'src/analytics.ts': WRAPPER, 'README.md': '1' } }),
          );
          repository.commit('feature', { files: { [program.file]: layOut(program) } });
          const pull = repository.openPullRequest({ head: 'feature' });
          await reviewAndPost(pull, store);
          for (const [step, own] of edits.entries()) {
            const { file } = program;
            program = apply(program, own, step);
            if (own.do === 'rebase') {
              const main = repository.commit('main', { files: { 'README.md': `main ${step}` } });
              repository.forcePush('feature', repository.git.rebase(pull.headSha, main));
            } else {
              repository.push('feature', {
                files: {
                  ...(file === program.file ? {} : { [file]: null }),
                  [program.file]: layOut(program),
                },
              });
            }
            await reviewAndPost(pull, store);
            for (const { event, isFaulty } of program.functions) {
              const about = pull.reviewComments().filter(({ body }) => body.includes(`"${event}"`));
              expect(about, `${event} after ${own.do}`).toHaveLength(1);
              expect(about[0]?.body.startsWith('**Fixed**'), `${event} after ${own.do}`).toBe(!isFaulty);
            }
          }
        } finally {
          repository.git.remove();
        }
      }),
      { numRuns: 25 },
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}, 300_000);
