import type { TrackingCall } from '../link/call.js';
import { namesEvent } from './facts/event-kinds.js';
import { renameEdit } from './facts/event-rename.js';
import { nameKey } from './facts/name-words.js';
import { compareText } from './facts/nearest-name.js';
import { hasReservedForm } from './facts/reserved-names.js';
import type { Edit, Problem, Project, Rule, RuleContext } from './rule.js';

type Uses = ReadonlyMap<string, readonly TrackingCall[]>;

function usesOf(project: Project): Uses {
  const uses = new Map<string, TrackingCall[]>();
  for (const call of project.calls) {
    if (!namesEvent(call)) continue;
    for (const name of call.event?.names ?? []) {
      if (hasReservedForm(name)) continue;
      const known = uses.get(name);
      if (known) known.push(call);
      else uses.set(name, [call]);
    }
  }
  return uses;
}

/** The spelling to keep: the plan's, else a constant's, else the most used; then the first in order. */
function preferred(spellings: readonly string[], uses: Uses, context: RuleContext): string | undefined {
  const weight = (name: string): number => {
    const calls = uses.get(name) ?? [];
    const isPlanned =
      context.plan?.events.some((event) => event.name === name && event.status === 'active') ?? false;
    const isConstant = calls.some((call) => call.event?.form === 'constant');
    return (isPlanned ? 1e6 : 0) + (isConstant ? 1e3 : 0) + calls.length;
  };
  return [...spellings].sort((a, b) => weight(b) - weight(a) || compareText(a, b))[0];
}

function spellingProblems(uses: Uses, context: RuleContext): readonly Problem[] {
  const groups = new Map<string, string[]>();
  const names = new Set([...uses.keys(), ...(context.plan?.events.map(({ name }) => name) ?? [])]);
  for (const name of names) groups.set(nameKey(name), [...(groups.get(nameKey(name)) ?? []), name]);
  return [...groups.values()].flatMap((spellings) => {
    const kept = spellings.length > 1 ? preferred(spellings, uses, context) : undefined;
    if (kept === undefined) return [];
    const other = uses.get(kept)?.[0];
    const evidence = other
      ? [`"${kept}" is tracked at ${other.file}:${String(other.line)}.`]
      : [`"${kept}" is in the tracking plan.`];
    return spellings
      .filter((name) => name !== kept)
      .flatMap((name) =>
        (uses.get(name) ?? []).map((call): Problem => {
          const edit = renameEdit(call, kept, context);
          const at = call.event?.value.at ?? call.at;
          return {
            messageId: 'spelling',
            data: { event: name, other: kept },
            at,
            call,
            event: name,
            evidence,
            edits: edit ? [edit] : [],
          };
        }),
      );
  });
}

const CONSTANT = /^[\p{L}_$][\w$]*(?:\.[\p{L}_$][\w$]*)+$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/u;

/** The constant that other calls use for a name, as they write it: `Events.SIGNED_UP`. */
function constantFor(name: string, calls: readonly TrackingCall[], context: RuleContext): string | null {
  const fromPlan = context.plan?.events.find((event) => event.name === name)?.constant?.text;
  const texts = calls
    .filter(({ event }) => event?.form === 'constant')
    .map(({ event }) => (event ? context.textAt(event.value.at) : ''));
  return [...texts, fromPlan ?? ''].find((text) => CONSTANT.test(text)) ?? null;
}

/** Only where the constant is in scope already: the file uses or imports the name it starts with. */
function constantEdit(call: TrackingCall, constant: string, context: RuleContext): readonly Edit[] {
  const root = constant.split('.')[0] ?? '';
  const text = context.code.file(call.file)?.text ?? '';
  const isImported = new RegExp(`import[^;]*[{\\s,]${root.replaceAll('$', '\\$')}[\\s,}][^;]*from`).test(
    text,
  );
  if (!isImported || call.event === null) return [];
  return [{ title: `Use ${constant}`, isSafe: true, changes: [{ at: call.event.value.at, text: constant }] }];
}

function constantProblems(uses: Uses, context: RuleContext): readonly Problem[] {
  return [...uses].flatMap(([name, calls]) => {
    const constant = constantFor(name, calls, context);
    if (constant === null) return [];
    return (
      calls
        .filter(({ event }) => event?.form === 'literal' && /^['"`]/.test(context.textAt(event.value.at)))
        // Behind a wrapper that adds a prefix, the literal is not the whole name.
        .filter(
          ({ event }) =>
            event?.value.kind === 'literal' && context.textAt(event.value.at).slice(1, -1) === name,
        )
        .map((call): Problem => {
          const at = call.event?.value.at ?? call.at;
          return {
            messageId: 'constant',
            data: { event: name, constant },
            at,
            call,
            event: name,
            edits: constantEdit(call, constant, context),
          };
        })
    );
  });
}

export const nearDuplicateEvent: Rule = {
  name: 'near-duplicate-event',
  meta: {
    severity: 'P2',
    category: 'Event Registration',
    where: ['project'],
    summary: 'One event has one spelling, and where there is a constant for it, the constant is used.',
    messages: {
      spelling: {
        message:
          'The events "{{event}}" and "{{other}}" differ only in case or separators. Mixpanel counts them as two events.',
        fix: 'Track "{{other}}" here as well.',
      },
      constant: {
        message:
          'The name "{{event}}" is written out, although other code uses {{constant}} for it. When one of them changes, the event splits in two.',
        fix: 'Use {{constant}}.',
      },
    },
    hasSuggestions: true,
    isFixable: true,
  },
  checkProject(project, context) {
    const uses = usesOf(project);
    return [...spellingProblems(uses, context), ...constantProblems(uses, context)];
  },
};
