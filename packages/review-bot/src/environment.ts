import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DatabaseLocation } from './queue/database.js';
import { LOG_LEVELS, type LogLevel } from './server/log.js';

/** What the process is told by its environment; `.env.example` describes each variable. */
export interface Environment {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Signs what the bot posts, so that it knows it again. */
  readonly markerKey: string;
  /** Host of GitHub Enterprise Server; null for github.com. */
  readonly githubHost: string | null;
  readonly githubProtocol: 'https' | 'http';
  readonly port: number;
  readonly host: string;
  readonly webhookPath: string;
  readonly database: DatabaseLocation;
  /** Where blobs of reviewed repositories are kept, and without PostgreSQL the queue. */
  readonly dataDirectory: string;
  readonly logLevel: LogLevel;
  /** Jobs at a time. */
  readonly concurrency: number;
  /** Of one analysis. */
  readonly timeLimitSeconds: number;
  /** Of one analysis. */
  readonly memoryLimitMegabytes: number;
  /** Whether GitHub's limits on creating content are kept; GitHub Enterprise Server may have none. */
  readonly contentBudget: 'on' | 'off';
  /** Before the second attempt at a job; doubles with each further one. */
  readonly firstRetryMilliseconds: number;
  /** What a check concludes when the bot itself fails. */
  readonly onFailure: 'neutral' | 'failure';
  /** Bearer token that `/metrics` asks for; null leaves it open. */
  readonly metricsToken: string | null;
}

export type EnvironmentResult =
  | { readonly environment: Environment }
  /** One sentence each: what, where, what to do. Never with the value of a secret. */
  | { readonly problems: readonly string[] };

/** Probot's and many tutorials' default, which everybody knows. */
const KNOWN_SECRETS: ReadonlySet<string> = new Set(['development']);
const SHORTEST_SECRET = 16;

const whole = (name: string, fallback: number, least: number, most: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      message: `${name} is not a whole number from ${least} to ${most}; correct it, or leave it out for ${fallback}.`,
    })
    .transform(Number);

const oneOf = <const T extends readonly [string, ...string[]]>(
  name: string,
  choices: T,
  fallback: T[number],
) =>
  z
    .enum(choices, {
      error: `${name} is none of ${choices.join(', ')}; correct it, or leave it out for ${fallback}.`,
    })
    .default(fallback as never);

const secret = z
  .string({
    error: `WEBHOOK_SECRET is missing; set it to the secret of the GitHub App's webhook, for example the output of "openssl rand -hex 32".`,
  })
  .refine((text) => !KNOWN_SECRETS.has(text), {
    message:
      'WEBHOOK_SECRET is a default that everybody knows, so anybody could send deliveries; set a random one here and in the settings of the GitHub App.',
    abort: true,
  })
  .refine((text) => text.length >= SHORTEST_SECRET, {
    message: `WEBHOOK_SECRET is shorter than ${SHORTEST_SECRET} characters, so it could be guessed; set a longer one here and in the settings of the GitHub App.`,
  });

const variables = z.object({
  APP_ID: z
    .string({ error: 'APP_ID is missing; set it to the App ID in the settings of the GitHub App.' })
    .refine((text) => /^[1-9]\d{0,14}$/.test(text), {
      message: 'APP_ID is not a number; set it to the App ID in the settings of the GitHub App.',
    })
    .transform(Number),
  PRIVATE_KEY: z.string().optional(),
  PRIVATE_KEY_PATH: z.string().optional(),
  WEBHOOK_SECRET: secret,
  MARKER_KEY: z
    .string()
    .refine((text) => text.length >= SHORTEST_SECRET, {
      message: `MARKER_KEY is shorter than ${SHORTEST_SECRET} characters, so it could be guessed; set a longer one, or leave it out to use WEBHOOK_SECRET.`,
    })
    .optional(),
  GHE_HOST: z
    .string()
    .refine((text) => /^[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(text), {
      message:
        'GHE_HOST is not a host name; set it like github.example.com, without https:// and without a path.',
    })
    .optional(),
  GHE_PROTOCOL: oneOf('GHE_PROTOCOL', ['https', 'http'], 'https'),
  PORT: whole('PORT', 3000, 0, 65_535),
  HOST: z.string().default('0.0.0.0'),
  WEBHOOK_PATH: z
    .string()
    .refine((text) => /^\/[\w./~-]*$/.test(text), {
      message: 'WEBHOOK_PATH is not a path; set it like /api/github/webhooks.',
    })
    .default('/api/github/webhooks'),
  DATABASE_URL: z
    .string()
    .refine((text) => /^postgres(?:ql)?:\/\//.test(text), {
      message:
        'DATABASE_URL is not the URL of a PostgreSQL server; set it like postgres://user:password@host:5432/database, or leave it out to keep the data in DATA_DIRECTORY.',
    })
    .optional(),
  DATA_DIRECTORY: z.string().default('./tracklint-data'),
  LOG_LEVEL: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  CONCURRENCY: whole('CONCURRENCY', 2, 1, 64),
  TIME_LIMIT_SECONDS: whole('TIME_LIMIT_SECONDS', 120, 1, 540),
  MEMORY_LIMIT_MEGABYTES: whole('MEMORY_LIMIT_MEGABYTES', 2_048, 128, 65_536),
  CONTENT_BUDGET: oneOf('CONTENT_BUDGET', ['on', 'off'], 'on'),
  FIRST_RETRY_MILLISECONDS: whole('FIRST_RETRY_MILLISECONDS', 10_000, 10, 600_000),
  ON_FAILURE: oneOf('ON_FAILURE', ['neutral', 'failure'], 'neutral'),
  METRICS_TOKEN: z.string().optional(),
});

/**
 * Reads and checks the environment, and tells all problems at once. A variable that is set to nothing is not set.
 * @param env for example `process.env`
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): EnvironmentResult {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const key = readPrivateKey(given['PRIVATE_KEY'], given['PRIVATE_KEY_PATH']);
  const parsed = variables.safeParse(given);
  if (!parsed.success || 'problem' in key) {
    const problems = parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
    return { problems: [...problems, ...('problem' in key ? [key.problem] : [])] };
  }
  const { data } = parsed;
  return {
    environment: {
      appId: data.APP_ID,
      privateKey: key.pem,
      webhookSecret: data.WEBHOOK_SECRET,
      markerKey: data.MARKER_KEY ?? data.WEBHOOK_SECRET,
      githubHost: data.GHE_HOST ?? null,
      githubProtocol: data.GHE_PROTOCOL,
      port: data.PORT,
      host: data.HOST,
      webhookPath: data.WEBHOOK_PATH,
      database: data.DATABASE_URL ? { url: data.DATABASE_URL } : { directory: data.DATA_DIRECTORY },
      dataDirectory: data.DATA_DIRECTORY,
      logLevel: data.LOG_LEVEL,
      concurrency: data.CONCURRENCY,
      timeLimitSeconds: data.TIME_LIMIT_SECONDS,
      memoryLimitMegabytes: data.MEMORY_LIMIT_MEGABYTES,
      contentBudget: data.CONTENT_BUDGET,
      firstRetryMilliseconds: data.FIRST_RETRY_MILLISECONDS,
      onFailure: data.ON_FAILURE,
      metricsToken: data.METRICS_TOKEN ?? null,
    },
  };
}

/** Null: github.com. https://docs.github.com/en/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api */
export const apiUrlOf = ({
  githubHost,
  githubProtocol,
}: Pick<Environment, 'githubHost' | 'githubProtocol'>): string | null =>
  githubHost === null ? null : `${githubProtocol}://${githubHost}/api/v3`;

type Key = { readonly pem: string } | { readonly problem: string };

/** The key as PEM, as PEM on one line with `\n` for its line ends, or as base64 of PEM; or a file with one of these. */
function readPrivateKey(value: string | undefined, path: string | undefined): Key {
  if (value !== undefined) return checkKey(value, 'PRIVATE_KEY');
  if (path === undefined) {
    return {
      problem:
        'PRIVATE_KEY or PRIVATE_KEY_PATH is missing; generate a private key in the settings of the GitHub App and set one of them to it or to its file.',
    };
  }
  try {
    return checkKey(readFileSync(path, 'utf8'), `the file of PRIVATE_KEY_PATH (${path})`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      problem: `PRIVATE_KEY_PATH cannot be read (${path}, ${code}); correct the path or its permissions.`,
    };
  }
}

function checkKey(text: string, where: string): Key {
  const pem = text.includes('-----BEGIN')
    ? text.replaceAll('\\n', '\n')
    : Buffer.from(text, 'base64').toString('utf8');
  try {
    createPrivateKey(pem);
    return { pem };
  } catch {
    return {
      problem: `There is no private key in ${where}; set it to the PEM file that GitHub generated, as it is or as base64.`,
    };
  }
}
