import { isDeepStrictEqual } from 'node:util';
import { ConfigError, knownRules, loadConfigOnDemand, parseBaseline, ReviewError } from '@tracklint/analyzer';
import type { Baseline, Config, Source } from '@tracklint/analyzer';
import type { Snapshot } from '../code/snapshot.js';
import type { BlobTexts } from './blob-texts.js';
import { snapshotSource } from './snapshot-source.js';

/** What decides about a pull request: configuration and baseline of one commit. */
export interface Policy {
  readonly config: Config;
  readonly baseline: Baseline | null;
}

/** @throws {ConfigError | ReviewError} */
export async function readPolicy(snapshot: Snapshot, texts: BlobTexts): Promise<Policy> {
  const config = await loadConfigOnDemand(snapshotSource(snapshot, texts), { knownRules });
  return { config, baseline: readBaselineOf(snapshot, config, texts) };
}

/** @throws {ReviewError} `baseline-invalid`, `baseline-unreadable` */
function readBaselineOf(snapshot: Snapshot, { baseline }: Config, texts: BlobTexts): Baseline | null {
  const path = baseline.replace(/^(?:\.\/)+/, '');
  const file = snapshot.files.find((each) => each.path === path);
  if (!file) return null;
  const isStored = /\.json$/i.test(path);
  const bytes = isStored ? texts.bytes(file.blob) : null;
  if (bytes) return parseBaseline(bytes.toString('utf8').replace(/^\uFEFF/, ''), path);
  const message = `The baseline ${path} cannot be read; its name has to end in ".json" and its size is 10 MB at most.`;
  throw new ReviewError('baseline-unreadable', message);
}

/**
 * The configuration that a head is judged with: the policy's, apart from where the tracking plan lies. A pull request
 * may move the plan, and one that is older than the plan has none; one that takes it away cannot be judged.
 */
export async function configForHead(
  policy: Config,
  head: { readonly own: Source; readonly base: Source | null },
): Promise<Config> {
  const path = policy.plan?.path.replace(/^(?:\.\/)+/, '');
  if (path === undefined || head.own.has(path)) return policy;
  const own = await readOwn(head.own);
  if (own?.plan && !isDeepStrictEqual(own.plan, policy.plan) && head.own.has(own.plan.path)) {
    return { ...policy, plan: own.plan };
  }
  return head.base && !head.base.has(path) ? { ...policy, plan: null } : policy;
}

async function readOwn(source: Source): Promise<Config | null> {
  try {
    return await loadConfigOnDemand(source, { knownRules });
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
