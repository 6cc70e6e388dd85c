import type { Config } from '../config/config.js';
import type { TrackingCall } from '../link/call.js';
import type { Plan } from '../plan/plan.js';
import { namesEvent } from './facts/event-kinds.js';
import { eventPlace } from './facts/event-place.js';
import { renameEdit } from './facts/event-rename.js';
import { executionContextOf } from './facts/execution-context.js';
import type { NamePattern } from './facts/name-pattern.js';
import { dottedPattern, namePattern, prefixPattern } from './facts/name-pattern.js';
import type { NameStyle } from './facts/name-style.js';
import { inStyle, prevailingStyle, stylesOf } from './facts/name-style.js';
import { nameKey } from './facts/name-words.js';
import { hasReservedForm } from './facts/reserved-names.js';
import type { Problem, Project, Rule, RuleContext } from './rule.js';

type NameProblem = Pick<Problem, 'messageId' | 'data'>;

interface Convention {
  readonly pattern: NamePattern | null;
  readonly style: NameStyle | null;
  /** Known names by their words, to leave mere respellings to `near-duplicate-event`. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<string>>;
  /** What was found out about names so far: most events are sent from several places. */
  readonly judged: Map<string, NameProblem | null>;
}

/** A plan speaks dots if most of its names do. */
const usesDots = ({ events }: Plan): boolean =>
  events.filter(({ name }) => /^[^\s.]+(?:\.[^\s.]+)+$/.test(name)).length * 2 > events.length;

function configuredPattern({ eventNames }: Config, plan: Plan | null): NamePattern | null {
  const { pattern, prefix } = eventNames;
  if (pattern !== null) return namePattern(pattern);
  if (prefix?.endsWith('.') === true || (plan !== null && usesDots(plan))) return dottedPattern(prefix);
  return prefix === null ? null : prefixPattern(prefix);
}

const projectNames = (project: Project): readonly string[] =>
  project.calls
    .filter(namesEvent)
    .flatMap((call) => call.event?.names ?? [])
    .filter((name) => !hasReservedForm(name));

const conventions = new WeakMap<RuleContext, Convention>();

function conventionOf(context: RuleContext): Convention {
  const { config, plan, project } = context;
  const known = conventions.get(context);
  if (known) return known;
  const configured = configuredPattern(config, plan);
  const names = new Set([...projectNames(project), ...(plan?.events.map(({ name }) => name) ?? [])]);
  const spellings = new Map<string, Set<string>>();
  for (const name of names) {
    const key = nameKey(name);
    spellings.set(key, (spellings.get(key) ?? new Set()).add(name));
  }
  const style = configured ? null : prevailingStyle([...names]);
  const convention = { pattern: configured, style, spellings, judged: new Map() };
  conventions.set(context, convention);
  return convention;
}

function getNameProblem(name: string, convention: Convention): NameProblem | null {
  const known = convention.judged.get(name);
  if (known !== undefined) return known;
  const problem = findNameProblem(name, convention);
  convention.judged.set(name, problem);
  return problem;
}

function findNameProblem(name: string, { pattern, style, spellings }: Convention): NameProblem | null {
  if (hasReservedForm(name)) return null;
  const words = executionContextOf(name);
  if (words !== null) return { messageId: 'executionContext', data: { event: name, words } };
  if (pattern)
    return pattern.matches(name)
      ? null
      : { messageId: 'pattern', data: { event: name, pattern: pattern.text } };
  if (style === null || stylesOf(name).includes(style)) return null;
  const others = [...(spellings.get(nameKey(name)) ?? [])].filter((other) => other !== name);
  if (others.some((other) => stylesOf(other).includes(style))) return null;
  return { messageId: 'style', data: { event: name, style } };
}

function getCallProblem(
  call: TrackingCall,
  name: string,
  convention: Convention,
  context: RuleContext,
): Problem | undefined {
  // Names of the plan are judged once, where the plan declares them.
  if (context.plan?.events.some((event) => event.name === name && event.at !== null)) return undefined;
  const problem = getNameProblem(name, convention);
  if (!problem) return undefined;
  const edit =
    problem.messageId === 'style' && convention.style
      ? renameEdit(call, inStyle(name, convention.style), context)
      : null;
  return { ...problem, at: eventPlace(call), call, event: name, edits: edit ? [edit] : [] };
}

export const eventNameFormat: Rule = {
  name: 'event-name-format',
  meta: {
    severity: 'P2',
    category: 'Naming and Time',
    where: ['call', 'plan'],
    summary: 'Event names follow the configured pattern, or the style that the project mostly uses.',
    messages: {
      pattern: {
        message:
          'The event name "{{event}}" does not follow {{pattern}}, so people will not find it where they look for it.',
        fix: 'Rename the event to follow the pattern.',
      },
      style: {
        message:
          'The event name "{{event}}" is not written in {{style}} like the project’s other events. Mixpanel tells names apart by case and separators.',
        fix: 'Write it in {{style}}.',
      },
      executionContext: {
        message:
          'The event name "{{event}}" says how the code was started ("{{words}}"), so the same action has another name when it is started differently.',
        fix: 'Name what happened, and send the context as a property such as `is_cron_job`.',
      },
    },
    hasSuggestions: true,
  },
  checkCall(call, context) {
    if (!namesEvent(call)) return [];
    const convention = conventionOf(context);
    const problems = (call.event?.names ?? []).map((name) => getCallProblem(call, name, convention, context));
    return problems.filter((problem) => problem !== undefined);
  },
  checkPlan(plan, context) {
    const convention = conventionOf(context);
    return plan.events.flatMap(({ name, at }): Problem[] => {
      const problem = at && getNameProblem(name, convention);
      return at && problem ? [{ ...problem, at, event: name }] : [];
    });
  },
};
