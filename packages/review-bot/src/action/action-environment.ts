import { tmpdir } from 'node:os';
import { z } from 'zod';
import { ActionError } from './action-error.js';

/** What the runner and the workflow tell the Action. */
export interface ActionEnvironment {
  readonly eventName: string;
  /** File with the webhook's payload. */
  readonly eventPath: string;
  readonly owner: string;
  readonly repo: string;
  /** Such as `https://api.github.com`, without a slash at the end. */
  readonly apiUrl: string;
  /** Address of the repository for people, without a slash at the end. */
  readonly repositoryUrl: string;
  /** Page of this run; null if it cannot be told. */
  readonly runUrl: string | null;
  /** The commit of the event; in a pull request it is a merge that GitHub made, and not what is reviewed. */
  readonly sha: string;
  /** Short name of the branch or tag; in a pull request it is `12/merge`. */
  readonly refName: string | null;
  readonly workspace: string;
  readonly temporaryDirectory: string;
  /** Files that the runner reads after the step; null: it has none. */
  readonly summaryPath: string | null;
  readonly outputPath: string | null;
  readonly token: string;
  /** Relative to the workspace, or absolute; null: no SARIF is wanted. */
  readonly sarifFile: string | null;
  readonly wantsComment: boolean;
}

const outsideActions = (name: string): string =>
  `${name} is missing; run this as a step of a GitHub Actions workflow, or use the command line "tracklint review" elsewhere.`;

const given = (name: string) => z.string({ error: outsideActions(name) });
const address = (name: string, fallback: string) =>
  z
    .url({
      protocol: /^https?$/,
      error: `${name} is not the address of a server; leave it as the runner sets it.`,
    })
    .default(fallback)
    .transform((text) => text.replace(/\/+$/, ''));

const variables = z.object({
  GITHUB_EVENT_NAME: given('GITHUB_EVENT_NAME'),
  GITHUB_EVENT_PATH: given('GITHUB_EVENT_PATH'),
  GITHUB_REPOSITORY: given('GITHUB_REPOSITORY').regex(/^[\w.-]+\/[\w.-]+$/, {
    error: 'GITHUB_REPOSITORY is not of the form owner/name; leave it as the runner sets it.',
  }),
  GITHUB_API_URL: address('GITHUB_API_URL', 'https://api.github.com'),
  GITHUB_SERVER_URL: address('GITHUB_SERVER_URL', 'https://github.com'),
  GITHUB_SHA: z.string().default(''),
  GITHUB_REF_NAME: z.string().optional(),
  GITHUB_RUN_ID: z.string().regex(/^\d+$/).optional().catch(undefined),
  GITHUB_WORKSPACE: z.string().default('.'),
  RUNNER_TEMP: z.string().default(tmpdir()),
  GITHUB_STEP_SUMMARY: z.string().optional(),
  GITHUB_OUTPUT: z.string().optional(),
  INPUT_TOKEN: z.string({
    error:
      'The input "token" is empty, so the code cannot be read; leave the input out, which gives the token of the job, or set it to ${{ secrets.GITHUB_TOKEN }}.',
  }),
  'INPUT_SARIF-FILE': z.string().optional(),
  INPUT_COMMENT: z
    .enum(['true', 'false'], {
      error: 'The input "comment" is neither true nor false; correct it, or leave it out for true.',
    })
    .default('true'),
});

/**
 * Reads and checks the environment. A variable that is set to nothing is not set.
 * @param env for example `process.env`
 * @throws {ActionError}
 */
export function readActionEnvironment(env: Readonly<Record<string, string | undefined>>): ActionEnvironment {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  const parsed = variables.safeParse(Object.fromEntries(trimmed.filter(([, value]) => value)));
  if (!parsed.success) throw new ActionError(parsed.error.issues[0]?.message ?? '');
  const { data } = parsed;
  const [owner = '', repo = ''] = data.GITHUB_REPOSITORY.split('/');
  const repositoryUrl = `${data.GITHUB_SERVER_URL}/${data.GITHUB_REPOSITORY}`;
  return {
    eventName: data.GITHUB_EVENT_NAME,
    eventPath: data.GITHUB_EVENT_PATH,
    owner,
    repo,
    apiUrl: data.GITHUB_API_URL,
    repositoryUrl,
    runUrl: data.GITHUB_RUN_ID === undefined ? null : `${repositoryUrl}/actions/runs/${data.GITHUB_RUN_ID}`,
    sha: data.GITHUB_SHA,
    refName: data.GITHUB_REF_NAME ?? null,
    workspace: data.GITHUB_WORKSPACE,
    temporaryDirectory: data.RUNNER_TEMP,
    summaryPath: data.GITHUB_STEP_SUMMARY ?? null,
    outputPath: data.GITHUB_OUTPUT ?? null,
    token: data.INPUT_TOKEN,
    sarifFile: data['INPUT_SARIF-FILE'] ?? null,
    wantsComment: data.INPUT_COMMENT === 'true',
  };
}
