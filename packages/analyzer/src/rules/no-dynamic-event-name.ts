import { alternatives } from '../link/build-value.js';
import type { TrackingCall } from '../link/call.js';
import type { TemplateValue, Value } from '../link/value.js';
import { hasLetter } from '../patterns/letter-pattern.js';
import { namesEvent } from './facts/event-kinds.js';
import { valuesOfType } from './facts/literal-type.js';
import { nameWords } from './facts/name-words.js';
import { entryEdit, keyText } from './facts/text-edits.js';
import { isGlobal, rootOf } from './facts/value-options.js';
import type { Edit, Problem, Rule, RuleContext, TextEdit } from './rule.js';

/** Fixed when the application is built or started: one value per deployment, so the number of names stays the same. */
function isBuildSetting(value: Value): boolean {
  const root = rootOf(value);
  if (isGlobal(root, 'process') || isGlobal(root, 'import.meta')) return value.kind === 'member';
  if (root.kind === 'external')
    return root.path.includes('Platform') || root.path.every((name) => /^[A-Z][A-Z0-9_]*$/.test(name));
  return root.kind === 'unknown' && root.name !== null && /^_*[A-Z][A-Z0-9_]*_*$/.test(root.name);
}

function isBounded(value: Value, context: RuleContext): boolean {
  return alternatives(value).every((option) => {
    if (option.kind === 'literal' || isBuildSetting(option)) return true;
    if (option.kind === 'template')
      return option.parts.every((part) => typeof part === 'string' || isBounded(part, context));
    return valuesOfType(option, context) !== null;
  });
}

/**
 * True for `prefix + eventName` in a wrapper: the whole name that a caller passes. If it could not be resolved, nothing
 * shows that there is data in it.
 */
function isPassedName(part: Value, template: Value, call: TrackingCall, context: RuleContext): boolean {
  const isInWrapper =
    template.at.file !== call.at.file || template.at.start < call.at.start || template.at.end > call.at.end;
  const name = part.alias ?? context.textAt(part.at);
  return isInWrapper && /event|^(?:name|action|title|label|type)$/i.test(name);
}

/** The parts of a name whose values nobody can list. */
function openParts(value: Value, call: TrackingCall, context: RuleContext): readonly Value[] {
  return alternatives(value).flatMap((option) => {
    if (option.kind !== 'template') return [];
    // Parts alone, as in `${category}:${action}`, are how a wrapper passes a name on, not data inside a name.
    if (!option.parts.some((part) => typeof part === 'string' && hasLetter(part))) return [];
    return option.parts.filter(
      (part): part is Value =>
        typeof part !== 'string' && !isBounded(part, context) && !isPassedName(part, option, call, context),
    );
  });
}

/** `track('Viewed ' + page)` → `track('Viewed', { page })`, where name and properties are written at the call. */
function moveEdit(call: TrackingCall, part: Value, context: RuleContext): Edit | null {
  const value = call.event?.value;
  if (value?.kind !== 'template' || call.via.length > 0 || call.args[0] !== value) return null;
  const source = context.textAt(value.at);
  const data = context.textAt(part.at);
  if (!/^[\w$]+(?:\??\.[\w$]+)*$/.test(data) || !source.includes(data)) return null;
  const name = fixedText(value);
  const key = nameWords(data.split('.').at(-1) ?? '').join('_');
  if (name === '' || key === '') return null;
  const entry = key === data ? key : `${keyText(key)}: ${data}`;
  const properties = call.args[1];
  const added: TextEdit | null = properties
    ? entryEdit(properties.at, context.textAt(properties.at), entry)
    : { at: { ...value.at, start: value.at.end }, text: `, { ${entry} }` };
  if (added === null) return null;
  const quoted = `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return {
    title: `Send the value as the property "${key}"`,
    isSafe: false,
    changes: [{ at: value.at, text: quoted }, added],
  };
}

const fixedText = ({ parts }: TemplateValue): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-_:./|#]+|[\s\-_:./|#]+$/g, '');

export const noDynamicEventName: Rule = {
  name: 'no-dynamic-event-name',
  meta: {
    severity: 'P1',
    category: 'Event Registration',
    where: ['call'],
    summary: 'An event’s name has no data in it.',
    messages: {
      dynamic: {
        message:
          'The event name "{{pattern}}" contains data, so every value makes an event of its own. Reports cannot add them up, and Mixpanel stops listing new names after about 5,000.',
        fix: 'Use one fixed name and send the value as a property.',
      },
    },
    hasSuggestions: true,
  },
  checkCall(call, context) {
    const { event } = call;
    if (event === null || !namesEvent(call)) return [];
    const parts = openParts(event.value, call, context);
    const [part] = parts;
    if (part === undefined) return [];
    const edit = parts.length === 1 ? moveEdit(call, part, context) : null;
    const problem: Problem = {
      messageId: 'dynamic',
      data: { pattern: event.pattern ?? context.textAt(event.value.at) },
      at: event.value.at,
      call,
      event: null,
      edits: edit ? [edit] : [],
    };
    return [problem];
  },
};
