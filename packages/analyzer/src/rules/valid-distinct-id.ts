import { alternatives } from '../link/build-value.js';
import type { TrackingCall } from '../link/call.js';
import type { Place, TemplateValue, Value } from '../link/value.js';
import { judgeIdentifier, withArticle } from '../pii/index.js';
import { isCheckedBefore } from './facts/checked-before.js';
import { coinWords } from './facts/coin-words.js';
import { isRefusedId, personIdField, subjectOfId } from './facts/distinct-id-form.js';
import { isOfRequest } from './facts/request-data.js';
import type { Edit, Problem, Project, Rule, RuleContext } from './rule.js';

const NAMES = new Set(['distinct_id', '$distinct_id', '$user_id']);
const IDENTIFYING = new Set([...NAMES, '$device_id', '$anon_id', 'alias']);
/** Personal data that makes a bad id, but is not reported as P0. */
const NOT_IDS = new Set(['device-id', 'free-text', 'raw-url']);

interface Id {
  readonly value: Value;
  readonly at: Place;
}

/** Every value that says whose event it is, each place once. */
function idsOf(call: TrackingCall): readonly Id[] {
  const named = (call.properties ?? [])
    .filter((flow) => NAMES.has(flow.name))
    .map((flow): Id => ({ value: flow.value, at: flow.value.at }));
  const own: readonly Id[] = call.distinctId
    ? [{ value: call.distinctId.value, at: call.distinctId.at }]
    : [];
  const key = (at: Place): string => `${at.file}:${String(at.start)}`;
  const seen = new Set<string>();
  return [...own, ...named].filter((id) => !seen.has(key(id.at)) && seen.add(key(id.at)));
}

function idProblems(call: TrackingCall, id: Id, context: RuleContext): readonly Problem[] {
  const found = alternatives(id.value).map((option) => optionProblem(option, id, call, context));
  const seen = new Set<string>();
  return found
    .filter((each) => each !== null)
    .filter((each) => each.messageId !== 'emptyFallback' || !isCheckedBefore(id.at, context))
    .filter((each) => !seen.has(each.messageId) && seen.add(each.messageId))
    .map((each) => ({ call, event: call.event?.name ?? null, at: id.at, property: 'distinct_id', ...each }));
}

type Found = Omit<Problem, 'at'>;

function optionProblem(option: Value, id: Id, call: TrackingCall, context: RuleContext): Found | null {
  const neighbours = [...(call.event?.names ?? []), call.file, ...coinWords(call.file, context)];
  const personal = judgeIdentifier(option, neighbours, context);
  if (personal.kind === 'personal' && personal.basis === 'value' && !NOT_IDS.has(personal.category)) {
    return {
      messageId: personal.isDerived ? 'derived' : 'personal',
      data: { noun: personal.noun },
      severity: personal.severity === 'P0' ? 'P0' : 'P1',
      evidence: personal.evidence,
      piiCategory: personal.category,
    };
  }
  if (option.kind === 'literal') return literalProblem(option.value, option !== id.value);
  if (option.kind === 'template') return templateProblem(option, context);
  const { subject, word } = subjectOfId(option);
  if (subject === 'organization')
    return {
      messageId: 'organization',
      data: { word, one: withArticle(word) },
      edits: prefixEdits(option, id, context),
    };
  return subject === 'entity' ? { messageId: 'entity', data: { word, one: withArticle(word) } } : null;
}

function literalProblem(value: unknown, isFallback: boolean): Found | null {
  if (value === '' || value === undefined || value === null) {
    return { messageId: isFallback ? 'emptyFallback' : 'empty' };
  }
  if (isRefusedId(String(value))) return { messageId: 'refused' };
  return { messageId: 'constant' };
}

function templateProblem(option: TemplateValue, context: RuleContext): Found | null {
  const [first] = option.parts;
  if (typeof first !== 'string') return null;
  const { prefixes } = context.config.distinctId;
  if (first.startsWith('$device:') || prefixes.some((prefix) => first.startsWith(prefix))) return null;
  const prefix = /^[A-Za-z][A-Za-z0-9]*[_:.|-]/.exec(first)?.[0];
  return prefix === undefined
    ? null
    : { messageId: 'prefix', data: { prefix, prefixes: prefixes.join(', ') } };
}

/** `org.id` → `` `org_${org.id}` ``. */
function prefixEdits(option: Value, id: Id, context: RuleContext): readonly Edit[] {
  const prefix = context.config.distinctId.prefixes.find((each) => each.startsWith('org'));
  const text = context.textAt(id.at);
  if (prefix === undefined || option !== id.value || !/^[\w$]+(?:[?!]?\.[\w$]+)*$/.test(text)) return [];
  const place = context.textAt({ ...id.at, start: Math.max(0, id.at.start - 2), end: id.at.start });
  // A shorthand entry (`{ distinct_id }`) would lose its key.
  if (NAMES.has(text) || place.endsWith('...')) return [];
  const replacement = `\`${prefix}\${${text}}\``;
  return [{ title: `Send ${replacement}`, isSafe: false, changes: [{ at: id.at, text: replacement }] }];
}

/** The server has no cookie that knows the user, so an event without an id belongs to nobody. */
function absentProblem(call: TrackingCall, context: RuleContext): Problem | null {
  if (!lacksId(call)) return null;
  const sameWay = context.project.calls.filter(
    (each) => isAt(each.sdkCall, call.sdkCall) && each.kind === call.kind,
  );
  const isWrapper = call.via.length > 0 && sameWay.length > 1 && sameWay.every(lacksId);
  return {
    messageId: 'absent',
    at: isWrapper ? call.sdkCall : call.at,
    call,
    event: isWrapper ? null : (call.event?.name ?? null),
  };
}

function lacksId(call: TrackingCall): boolean {
  if (call.runtime !== 'server' || (call.kind !== 'track' && call.kind !== 'import')) return false;
  if (call.distinctId !== null || call.properties === null || call.propertiesOpen || call.open.length > 0)
    return false;
  return !call.properties.some((flow) => IDENTIFYING.has(flow.name));
}

/** Whoever sends the request decides what a spread of it holds, and what stands later in an object wins. */
function overridableProblem(call: TrackingCall, context: RuleContext): Problem | null {
  if (call.runtime !== 'server' || (call.kind !== 'track' && call.kind !== 'import')) return null;
  const ids = idsOf(call);
  const later = call.open.find(
    ({ value, at, without }) =>
      ids.some((id) => at.file === id.at.file && at.start >= id.at.end && at.end <= call.at.end) &&
      !without.includes('distinct_id') &&
      isOfRequest(value, call, context),
  );
  if (later === undefined) return null;
  return {
    messageId: 'overridable',
    at: later.at,
    call,
    event: call.event?.name ?? null,
    property: 'distinct_id',
  };
}

const isAt = (a: Place, b: Place): boolean => a.file === b.file && a.start === b.start && a.end === b.end;

function aliasProblem(call: TrackingCall, project: Project): Problem | null {
  if (call.kind !== 'alias' || call.context.fn === null) return null;
  const isIdentified = project.calls.some(
    (each) =>
      each.kind === 'identify' &&
      each.file === call.file &&
      each.context.fn === call.context.fn &&
      each.at.start < call.at.start,
  );
  return isIdentified ? { messageId: 'aliasAfterIdentify', at: call.at, call } : null;
}

/** Places that identify by another field of the user than most of the project does. */
function inconsistentProblems(project: Project): readonly Problem[] {
  const uses = new Map<string, { readonly call: TrackingCall; readonly id: Id; readonly field: string }>();
  for (const call of project.calls) {
    for (const id of idsOf(call)) {
      const field =
        alternatives(id.value)
          .map(personIdField)
          .find((each) => each !== null) ?? null;
      if (field !== null) uses.set(`${id.at.file}:${String(id.at.start)}`, { call, id, field });
    }
  }
  const counts = new Map<string, number>();
  for (const { field } of uses.values()) counts.set(field, (counts.get(field) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (usual === undefined || counts.size < 2 || usual[1] * 2 <= uses.size) return [];
  return [...uses.values()]
    .filter(({ field }) => field !== usual[0])
    .map(({ call, id, field }) => ({
      messageId: 'inconsistent',
      data: { field, usual: usual[0] },
      at: id.at,
      call,
      event: call.event?.name ?? null,
      property: 'distinct_id',
    }));
}

export const validDistinctId: Rule = {
  name: 'valid-distinct-id',
  meta: {
    severity: 'P1',
    category: 'Identity',
    where: ['call', 'project'],
    summary: 'A distinct id is an internal, stable id of one user, or a prefixed id of something else.',
    messages: {
      personal: {
        message:
          'The distinct id is {{noun}}. Mixpanel shows it in every report and export, it changes when the person changes it, and it cannot be taken out of past events.',
        fix: 'Identify users by an internal id, such as their UUID.',
      },
      derived: {
        message:
          'The distinct id is derived from {{noun}}. A plain hash can be reversed by trying known values.',
        fix: 'Identify users by an internal id, such as their UUID.',
      },
      organization: {
        message:
          'The distinct id is the raw id of {{one}}. Mixpanel then counts the {{word}} as a user, and nothing tells the two apart.',
        fix: 'Identify by the user; where there is none, put a prefix in front: `org_${id}`.',
      },
      entity: {
        message:
          'The distinct id is the id of {{one}}, not of a user. Every {{word}} becomes a user of its own.',
        fix: 'Identify by the user, and send the other id as a property.',
      },
      constant: {
        message:
          'The distinct id is a constant, so all events belong to one user, and Mixpanel may drop them as a hot shard.',
        fix: 'Identify by the user, or leave the id empty for events of nobody.',
      },
      refused: {
        message:
          'Mixpanel refuses this distinct id (it is on its list of placeholders), so the event is not accepted.',
        fix: 'Send no event without a user, or leave the id empty for events of nobody.',
      },
      empty: {
        message: 'The distinct id is empty, so the event belongs to no user.',
        fix: 'Pass the id of the user.',
      },
      emptyFallback: {
        message: 'The distinct id falls back to an empty value, so some events belong to no user.',
        fix: 'Track only when the user is known, or use an anonymous id that is unique to the device.',
      },
      prefix: {
        message:
          'The prefix "{{prefix}}" of the distinct id is not one that the project uses ({{prefixes}}), so reports cannot tell what it identifies.',
        fix: 'Use one of the prefixes, or add this one to distinctId.prefixes in the configuration.',
      },
      absent: {
        message:
          'This event is sent from a server without a distinct_id. A server has no cookie that knows the user, so the event belongs to nobody.',
        fix: 'Pass distinct_id with the id of the user.',
      },
      overridable: {
        message:
          'What is spread here comes with the request and may hold a distinct_id, which replaces the one before it. Whoever sends the request can then track as somebody else.',
        fix: 'Put distinct_id behind the spread, or send the properties that are meant one by one.',
      },
      aliasAfterIdentify: {
        message:
          'alias() is called after identify(), so it links an id that is already linked and can split or merge users wrongly.',
        fix: 'Call alias() once, before identify(), or leave it out: identify() links the anonymous id by itself.',
      },
      inconsistent: {
        message:
          'Users are identified by "{{field}}" here and by "{{usual}}" elsewhere in the project, so one person becomes two.',
        fix: 'Identify by the same field everywhere.',
      },
    },
    hasSuggestions: true,
  },
  checkCall(call, context) {
    return [
      ...idsOf(call).flatMap((id) => idProblems(call, id, context)),
      ...[
        absentProblem(call, context),
        overridableProblem(call, context),
        aliasProblem(call, context.project),
      ].filter((each) => each !== null),
    ];
  },
  checkProject: inconsistentProblems,
};
