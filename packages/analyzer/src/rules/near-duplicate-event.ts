import type { TrackingCall } from '../link/call.js';
import type { Place } from '../link/value.js';
import { letterPattern } from '../patterns/letter-pattern.js';
import { syntaxAround } from './facts/syntax-around.js';
import { namesEvent } from './facts/event-kinds.js';
import { eventPlace, isNamedByConstant } from './facts/event-place.js';
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
    const isConstant = calls.some(isNamedByConstant);
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
          const at = eventPlace(call);
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

const CONSTANT = letterPattern(/^[\p{L}_$][\w$]*(?:\.[\p{L}_$][\w$]*)+$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/u);
const KEY_AT_END = letterPattern(/([\p{L}_$][\w$]*)['"]?\s*(?::[^=\n]*)?[:=]\s*$/u);

/** The key or variable that holds a constant's text: `SIGN_UP` of `SIGN_UP: 'Sign Up'`. Keys are short, so little text is read. */
function definedKey(at: Place, context: RuleContext): string | null {
  const before = context.textAt({ file: at.file, start: Math.max(0, at.start - 100), end: at.start });
  return KEY_AT_END(before).exec(before)?.[1] ?? null;
}

/** The constant as a call writes it: `Events.SIGNED_UP`; null if the call names the event in another way. */
const constantText = (call: TrackingCall, context: RuleContext): string | null =>
  context.fact(call.file, `constant of ${callId(call)}`, () => findConstant(call, context));

const callId = ({ at, event, kind }: TrackingCall): string => `${at.start} ${kind} ${event?.name ?? ''}`;

function findConstant(call: TrackingCall, context: RuleContext): string | null {
  const key = call.event && isNamedByConstant(call) ? definedKey(call.event.value.at, context) : null;
  const node = syntaxAround(call.at, context).at(-1);
  if (key === null || node?.type !== 'CallExpression') return null;
  const texts = node.arguments.map(({ range }) =>
    context.textAt({ file: call.at.file, start: range[0], end: range[1] }),
  );
  return texts.find((text) => CONSTANT(text).test(text) && text.split('.').at(-1) === key) ?? null;
}

/** The constant that other calls use for a name. */
function constantFor(name: string, calls: readonly TrackingCall[], context: RuleContext): string | null {
  for (const call of calls) {
    const text = call.event?.name === name ? constantText(call, context) : null;
    if (text !== null) return text;
  }
  return context.plan?.events.find((event) => event.name === name)?.constant?.text ?? null;
}

/** Only where the constant is certainly in scope: another call of the same file uses it for the same name. */
function constantEdit(
  call: TrackingCall,
  constant: string,
  calls: readonly TrackingCall[],
  context: RuleContext,
): readonly Edit[] {
  const isInScope = calls.some(
    (other) => other.file === call.file && constantText(other, context) === constant,
  );
  if (!isInScope || call.event === null) return [];
  return [{ title: `Use ${constant}`, isSafe: true, changes: [{ at: call.event.value.at, text: constant }] }];
}

/** True where the whole name is written out; behind a wrapper that adds a prefix, the literal is only a part of it. */
function isWrittenOut(call: TrackingCall, name: string, context: RuleContext): boolean {
  const { event } = call;
  if (event?.value.kind !== 'literal' || isNamedByConstant(call)) return false;
  const { at } = event.value;
  return context.fact(call.file, `written out ${callId(call)}`, () => {
    const text = context.textAt(at);
    return /^['"`]/.test(text) && text.slice(1, -1) === name;
  });
}

function constantProblems(uses: Uses, context: RuleContext): readonly Problem[] {
  return [...uses].flatMap(([name, calls]) => {
    const written = calls.filter((call) => isWrittenOut(call, name, context));
    const constant = written.length === 0 ? null : constantFor(name, calls, context);
    if (constant === null) return [];
    return written.map((call): Problem => {
      const data = { event: name, constant };
      return {
        messageId: 'constant',
        data,
        at: eventPlace(call),
        call,
        event: name,
        edits: constantEdit(call, constant, calls, context),
      };
    });
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
