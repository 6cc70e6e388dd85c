import { alternatives } from '../link/build-value.js';
import type { Plan, PlanEvent } from '../plan/plan.js';

import type { Problem, Project, Rule, RuleContext } from './rule.js';

const TEST_FILE = /(?:^|\/)(?:__tests__|__mocks__|tests?|spec|e2e|cypress)\/|\.(?:test|spec|stories)\.[^/]+$/;

interface Tracked {
  readonly names: ReadonlySet<string>;
  /** Names with unknown parts, as regular expressions made of escaped text only. */
  readonly patterns: readonly RegExp[];
  readonly unresolved: number;
}

function patternOf(pattern: string): RegExp {
  const escaped = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*?')}$`, 's');
}

function trackedIn(project: Project, context: RuleContext): Tracked {
  const names = new Set<string>();
  const patterns: RegExp[] = [];
  let unresolved = 0;
  for (const { event } of project.calls) {
    if (event === null) continue;
    for (const name of event.names) names.add(name);
    if (event.form === 'pattern' && event.pattern !== null && /[^*]/.test(event.pattern))
      patterns.push(patternOf(event.pattern));
    if (event.form !== 'unresolved') continue;
    const typed = alternatives(event.value).flatMap((option) => {
      const type = context.typeOf(option);
      const options = type?.kind === 'union' ? type.options : type ? [type] : [];
      return options.flatMap((shape) =>
        shape.kind === 'literal' && typeof shape.value === 'string' ? [shape.value] : [],
      );
    });
    for (const name of typed) names.add(name);
    if (typed.length === 0) unresolved += 1;
  }
  return { names, patterns, unresolved };
}

/** True if code other than the plan and tests mentions the event's constant: it reaches a tracker the engine cannot follow. */
function isConstantUsed(event: PlanEvent, plan: Plan, context: RuleContext): boolean {
  const text = event.constant?.text;
  if (text === undefined || text.length < 3) return false;
  const own = new Set([...plan.files, ...(event.constant ? [event.constant.at.file] : [])]);
  return context.code
    .files()
    .some(
      (path) =>
        !own.has(path) && !TEST_FILE.test(path) && (context.code.file(path)?.text.includes(text) ?? false),
    );
}

export const unusedEvent: Rule = {
  name: 'unused-event',
  meta: {
    severity: 'P3',
    category: 'Event Registration',
    where: ['project'],
    summary: 'Every event of the tracking plan is tracked somewhere.',
    messages: {
      unused: {
        message:
          'The event "{{event}}" is in the tracking plan but nothing tracks it, so its reports stay empty.',
        fix: 'Track it, or mark it as deprecated in the plan.',
      },
    },
    needsPlan: true,
  },
  checkProject(project, context) {
    const { plan } = context;
    if (plan === null) return [];
    const tracked = trackedIn(project, context);
    const isTracked = (event: PlanEvent): boolean =>
      [event.name, ...event.aliases].some(
        (name) => tracked.names.has(name) || tracked.patterns.some((pattern) => pattern.test(name)),
      );
    return plan.events
      .filter((event) => event.status === 'active' && !event.name.startsWith('$'))
      .filter(
        (event) => !isTracked(event) && !(tracked.unresolved > 0 && isConstantUsed(event, plan, context)),
      )
      .map((event): Problem => {
        const evidence =
          tracked.unresolved === 0
            ? []
            : [`${String(tracked.unresolved)} tracking call(s) have a name that could not be resolved.`];
        const at = event.at ?? { file: plan.files[0] ?? context.config.plan?.path ?? '', start: 0, end: 0 };
        return { messageId: 'unused', data: { event: event.name }, at, event: event.name, evidence };
      });
  },
};
