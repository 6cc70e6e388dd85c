import { isDeepStrictEqual } from 'node:util';
import {
  CONFIG_FILES,
  ConfigError,
  ReviewError,
  SEVERITIES,
  defaultConfig,
  knownRules,
  maskPersonalValues,
  rules,
} from '@tracklint/analyzer';
import type { Config, Severity } from '@tracklint/analyzer';
import type { Snapshot } from '../code/snapshot.js';
import type { AnalysisResult } from './analysis-result.js';
import type { BlobTexts } from './blob-texts.js';
import { clip } from './clip.js';
import { readPolicy } from './policy.js';
import type { Policy } from './policy.js';

type Relaxation = AnalysisResult['relaxations'][number];

/**
 * What a change would do to the gate once it is merged. Nothing is said about what the base branch has changed since:
 * only what is looser than the policy and than the state that the change started from.
 * @param base null: the head is compared with the policy alone
 */
export async function findRelaxations(
  states: { readonly head: Snapshot; readonly base: Snapshot | null; readonly policy: Snapshot },
  policy: Policy,
  texts: BlobTexts,
): Promise<readonly Relaxation[]> {
  const start = states.base ?? states.policy;
  const head = await readState(states.head, texts);
  const before = states.base
    ? await readState(states.base, texts)
    : { file: configFile(states.policy), policy };
  const isTouched = idsOf(states.head, head) !== idsOf(start, before);
  if (!isTouched) return [];
  if ('problem' in head) {
    const what = `After the change its configuration cannot be used: ${head.problem}`;
    return [safe('configuration', what, head.file ?? before.file ?? '')];
  }
  const moved = movedFile(head.file, before.file);
  const sinceStart = 'problem' in before ? null : loosened(before.policy, head.policy, head.file);
  const known = new Set(sinceStart?.map(({ what }) => what));
  const found = loosened(policy, head.policy, head.file ?? before.file);
  return [...moved, ...found.filter(({ what }) => sinceStart === null || known.has(what))];
}

type State = { readonly file: string | null } & ({ readonly policy: Policy } | { readonly problem: string });

async function readState(snapshot: Snapshot, texts: BlobTexts): Promise<State> {
  const file = configFile(snapshot);
  try {
    return { file, policy: await readPolicy(snapshot, texts) };
  } catch (error) {
    if (error instanceof ConfigError || error instanceof ReviewError) return { file, problem: error.message };
    throw error;
  }
}

const configFile = ({ files }: Snapshot): string | null =>
  CONFIG_FILES.find((name) => files.some(({ path }) => path === name)) ?? null;

/** Identity of everything that a policy is read from. */
function idsOf({ files }: Snapshot, state: State): string {
  const baseline = 'policy' in state ? state.policy.config.baseline : defaultConfig.baseline;
  const names = new Set<string>([...CONFIG_FILES, baseline.replace(/^(?:\.\/)+/, '')]);
  const parts = files.filter(({ path }) => names.has(path)).map(({ path, blob }) => `${path}\0${blob}`);
  return [...parts.sort(), 'problem' in state ? state.problem : ''].join('\n');
}

function movedFile(head: string | null, before: string | null): readonly Relaxation[] {
  if (head === before) return [];
  if (head === null)
    return [safe('configuration', `The configuration file ${before} is removed.`, before ?? '')];
  const what =
    before === null
      ? `A configuration file ${head} is added.`
      : `The configuration file ${before} is replaced by ${head}.`;
  return [safe('configuration', what, head)];
}

function loosened(from: Policy, to: Policy, file: string | null): readonly Relaxation[] {
  const at = file ?? '';
  return [
    ...allowed(from.config, to.config).map((what) => safe('allow-list', what, at)),
    ...weakened(from.config, to.config).map((what) => safe('rule', what, at)),
    ...added(from.config.ignore, to.config.ignore).map((glob) =>
      safe('ignore', `Files at "${clip(glob, 200)}" are no longer reviewed.`, at),
    ),
    ...settings(from.config, to.config).map((what) => safe('configuration', what, at)),
    ...accepted(from, to).map((what) => safe('baseline', what, to.config.baseline)),
  ];
}

const safe = (kind: Relaxation['kind'], what: string, file: string): Relaxation => ({
  kind,
  what: clip(maskPersonalValues(what), 1_000),
  file: clip(file, 4_096),
});

const added = <T>(from: readonly T[], to: readonly T[]): readonly T[] =>
  to.filter((item) => !from.some((other) => isDeepStrictEqual(item, other)));

function allowed(from: Config, to: Config): readonly string[] {
  return added(from.pii.allow, to.pii.allow).map(({ name, methods, events }) => {
    const where = [
      ...(methods.length > 0 ? [`in ${methods.join(', ')}`] : []),
      ...(events.length > 0 ? [`in the events ${events.map((event) => `"${event}"`).join(', ')}`] : []),
    ];
    return `The property "${clip(name, 200)}" is allowed ${clip(where.join(' ') || 'everywhere', 500)}.`;
  });
}

function weakened(from: Config, to: Config): readonly string[] {
  return rules.flatMap(({ name, meta }) => {
    const before = from.rules[name]?.severity ?? meta.severity;
    const after = to.rules[name]?.severity ?? meta.severity;
    if (before === 'off' || rank(after) <= rank(before)) return [];
    if (after === 'off') return [`The rule ${name} is turned off.`];
    return [`The rule ${name} is lowered from ${before} to ${after}.`];
  });
}

const rank = (severity: Severity | 'off' | 'never'): number =>
  severity === 'off' || severity === 'never' ? SEVERITIES.length : SEVERITIES.indexOf(severity);

/** Settings by their key; what they say is in the change itself. */
function settings(from: Config, to: Config): readonly string[] {
  const was = from.pullRequests;
  const is = to.pullRequests;
  const changes: readonly (readonly [string, boolean])[] = [
    ['pii.categories', added(to.pii.categories, from.pii.categories).length > 0],
    ['pii.neverLog', added(to.pii.neverLog, from.pii.neverLog).length > 0],
    ['distinctId.prefixes', added(from.distinctId.prefixes, to.distinctId.prefixes).length > 0],
    ['plan', from.plan !== null && !isDeepStrictEqual(from.plan, to.plan)],
    ['eventNames', !isDeepStrictEqual(from.eventNames, to.eventNames)],
    ['analyticsModule', from.analyticsModule !== null && from.analyticsModule !== to.analyticsModule],
    ['consent', from.consent === 'required' && to.consent !== 'required'],
    ['residency', from.residency !== null && from.residency !== to.residency],
    ['vendors', added(to.vendors, from.vendors).length > 0],
    ['trackers', added(to.trackers, from.trackers).length > 0],
    ['baseline', from.baseline !== to.baseline],
    ['pullRequests.failOn', failRank(is.failOn) < failRank(was.failOn)],
    ['pullRequests.drafts', was.drafts === 'review' && is.drafts === 'skip'],
    ['pullRequests.suppressions', was.suppressions === 'gate' && is.suppressions === 'accept'],
  ];
  return changes.flatMap(([key, isLooser]) => (isLooser ? [`The setting "${key}" is changed.`] : []));
}

/** How much fails a check: nothing for `never`, more the milder the severity. */
const failRank = (failOn: Severity | 'never'): number => (failOn === 'never' ? -1 : rank(failOn));

function accepted(from: Policy, to: Policy): readonly string[] {
  const known = new Set(from.baseline?.entries.map(({ fingerprint }) => fingerprint));
  const fresh = (to.baseline?.entries ?? []).filter(({ fingerprint }) => !known.has(fingerprint));
  const counts = new Map<string, number>();
  for (const { rule } of fresh) {
    const name = knownRules.includes(rule) ? rule : 'an unknown rule';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort().map(([rule, count]) => {
    const findings = count === 1 ? 'one more finding' : `${count} more findings`;
    return `The baseline accepts ${findings} of ${rule}.`;
  });
}
