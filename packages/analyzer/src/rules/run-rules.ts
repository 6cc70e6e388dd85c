import { createHash } from 'node:crypto';
import type { Config } from '../config/config.js';
import type { Analysis } from '../link/analysis.js';
import type { TrackingCall } from '../link/call.js';
import type { Plan } from '../plan/plan.js';
import type { Notice } from '../review/review.js';
import { rules as allRules } from './index.js';
import { fillPlaceholders } from './message-text.js';
import type { Category, Problem, Rule, RuleContext, Severity } from './rule.js';

/** A problem with everything that its rule and the configuration say about it. */
export interface RuleProblem extends Problem {
  /** Without a prefix: `no-pii`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly category: Category;
  /** What is wrong and why it matters, placeholders filled. */
  readonly message: string;
  /** What to do, placeholders filled. */
  readonly fix: string;
}

export interface RunRulesOptions {
  readonly config: Config;
  readonly plan: Plan | null;
  /** Told about rules that failed; their other findings stay. */
  readonly onNotice?: (notice: Notice) => void;
  /** For tests and for hosts that run a part of the rules. All of them by default. */
  readonly rules?: readonly Rule[];
}

/** Judges an analysis. The problems are sorted by place, then rule, and each is listed once. Never throws. */
export function runRules(analysis: Analysis, options: RunRulesOptions): readonly RuleProblem[] {
  const shared: SharedByRules = {
    digest: digestOf(analysis, options.plan),
    judged: new Map(),
  };
  for (const call of analysis.project.calls) {
    const name = `judged ${shared.digest} ${callId(call)}`;
    shared.judged.set(
      call,
      analysis.facts.of(call.file, name, () => ({})),
    );
  }
  const problems = (options.rules ?? allRules)
    .filter((rule) => isOn(rule, options))
    .flatMap((rule) => problemsOf(rule, analysis, options, shared));
  return withoutRepeats(problems.sort(byPlace));
}

/** What is the same for every rule of a review. */
interface SharedByRules {
  /** See `digestOf`. */
  readonly digest: string;
  /** By call and rule: what was found by looking at nothing but what the call can reach; kept as a fact. */
  readonly judged: Map<TrackingCall, Record<string, readonly RuleProblem[]>>;
}

/** Changes with everything that facts rest on besides code; what was found out otherwise does not count. */
const digestOf = ({ code }: Analysis, plan: Plan | null): string =>
  createHash('sha1')
    .update(JSON.stringify([plan, code.packages]))
    .digest('base64url')
    .slice(0, 10);

function isOn({ name, meta }: Rule, { config, plan }: RunRulesOptions): boolean {
  if (config.rules[name]?.severity === 'off') return false;
  return (meta.needsPlan !== true || plan !== null) && (meta.isEnabled?.(config) ?? true);
}

function problemsOf(
  rule: Rule,
  analysis: Analysis,
  options: RunRulesOptions,
  { digest, judged }: SharedByRules,
): readonly RuleProblem[] {
  const { config, plan } = options;
  const { project, facts } = analysis;
  /** Whether the check that runs looks at more than the code that a call can reach. */
  let looksAtProject: boolean;
  const context: RuleContext = {
    config,
    plan,
    get project() {
      looksAtProject = true;
      return project;
    },
    code: analysis.code,
    typeOf: (value) => analysis.typeOf(value),
    textAt: (place) => analysis.textAt(place),
    lineAt: (place) => analysis.lineAt(place),
    fact: (file, name, compute) => facts.of(file, `${digest} ${name}`, compute),
    options: config.rules[rule.name]?.options ?? {},
  };
  const found: RuleProblem[] = [];
  const attempt = (file: string | null, line: number | null, check: () => readonly Problem[]): boolean => {
    try {
      found.push(...check().map((problem) => toRuleProblem(rule, problem, config)));
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The rule ${rule.name} failed here and may have missed something (${reason}); please report it.`;
      options.onNotice?.({ kind: 'rule-failed', file, line, message });
      return false;
    }
  };
  const { checkCall } = rule;
  if (checkCall) {
    for (const call of project.calls) {
      const known = judged.get(call) ?? {};
      const problems = known[rule.name];
      if (problems) {
        found.push(...problems);
        continue;
      }
      const before = found.length;
      looksAtProject = false;
      const isDone = attempt(call.file, call.line, () => checkCall(call, context));
      if (isDone && !looksAtProject) known[rule.name] = found.slice(before);
    }
  }
  for (const init of project.inits)
    attempt(init.file, init.line, () => rule.checkInit?.(init, context) ?? []);
  if (plan) attempt(plan.files[0] ?? null, null, () => rule.checkPlan?.(plan, context) ?? []);
  attempt(null, null, () => rule.checkProject?.(project, context) ?? []);
  return found;
}

/** Tells a call from every other one of its file. */
const callId = ({ at, kind, method, role, event }: TrackingCall): string =>
  JSON.stringify([at.start, at.end, kind, method, role, event?.names ?? null]);

function toRuleProblem({ name, meta }: Rule, problem: Problem, config: Config): RuleProblem {
  const configured = config.rules[name]?.severity;
  const text = meta.messages[problem.messageId];
  return {
    ...problem,
    rule: name,
    category: meta.category,
    severity: configured && configured !== 'off' ? configured : (problem.severity ?? meta.severity),
    message: fillPlaceholders(text?.message ?? problem.messageId, problem.data),
    fix: fillPlaceholders(text?.fix ?? '', problem.data),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The more severe of two problems at one place comes first, so that it is the one that is kept. */
function byPlace(a: RuleProblem, b: RuleProblem): number {
  return (
    compare(a.at.file, b.at.file) ||
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    compare(a.rule, b.rule) ||
    compare(a.severity, b.severity) ||
    compare(a.messageId, b.messageId) ||
    compare(a.property ?? '', b.property ?? '') ||
    compare(a.message, b.message)
  );
}

/** What a wrapper adds is met once for each of its callers, and one call can reach an SDK in several ways. */
function withoutRepeats(problems: readonly RuleProblem[]): readonly RuleProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ at, rule, messageId, property }) => {
    const key = JSON.stringify([at.file, at.start, at.end, rule, messageId, property ?? null]);
    return !seen.has(key) && seen.add(key);
  });
}
