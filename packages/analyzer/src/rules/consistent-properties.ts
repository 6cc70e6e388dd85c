import { stylesOf } from './facts/name-style.js';
import { nameKey, nameWords } from './facts/name-words.js';
import { compareText } from './facts/nearest-name.js';
import { isNearSpelling, spelled } from './facts/near-spelling.js';
import type { PropertyUse } from './facts/property-uses.js';
import { certainType, propertyUses } from './facts/property-uses.js';
import { renamePropertyEdit } from './facts/property-rename.js';
import type { Problem, Rule, RuleContext } from './rule.js';

/** Compares two names; the one to keep comes first. */
type Order = (a: string, b: string) => number;
type Uses = ReadonlyMap<string, readonly PropertyUse[]>;

const UNIT =
  /^(?:ms|msec|millis|milliseconds|s|sec|secs|seconds|min|mins|minutes|h|hrs|hours|days|bytes|kb|mb|gb|usd|eur|cents|percent|pct)$/;

/** A name without its unit: `duration` for `duration_ms`. */
function withoutUnit(name: string): string {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  return (words.length > 1 && UNIT.test(last) ? words.slice(0, -1) : words).join('');
}

const placeOf = ({ call, flow }: PropertyUse, context: RuleContext): string =>
  `${flow.at.file}:${String(context.lineAt(flow.at) || call.line)}`;

/**
 * The name to keep first: one that the plan has, then the more used one, then one in the style that most names are
 * written in.
 */
function byPreference(uses: Uses, { plan }: RuleContext): Order {
  const planned = new Set(plan?.events.flatMap(({ schema }) => Object.keys(schema?.properties ?? {})));
  const styles = new Map<string, number>();
  for (const style of [...uses.keys()].flatMap(stylesOf)) styles.set(style, (styles.get(style) ?? 0) + 1);
  /** Below 1, so that it only decides between names that are used equally often. */
  const styleShare = (name: string): number =>
    Math.max(0, ...stylesOf(name).map((style) => styles.get(style) ?? 0)) / (uses.size + 1);
  const weights = new Map(
    [...uses].map(([name, list]) => [name, (planned.has(name) ? 1e9 : 0) + list.length + styleShare(name)]),
  );
  const weight = (name: string): number => weights.get(name) ?? 0;
  return (a, b) => weight(b) - weight(a) || compareText(a, b);
}

function groupBy(names: readonly string[], keyOf: (name: string) => string): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(keyOf(name), [...(groups.get(keyOf(name)) ?? []), name]);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Names that differ only in case and separators, anywhere in the project. */
function spellingProblems(uses: Uses, order: Order, context: RuleContext): readonly Problem[] {
  return groupBy([...uses.keys()], nameKey).flatMap((group) => {
    const [kept, ...others] = [...group].sort(order);
    const example = uses.get(kept ?? '')?.[0];
    if (kept === undefined || example === undefined) return [];
    const evidence = [`"${kept}" is written at ${placeOf(example, context)}.`];
    return others.flatMap((name) =>
      (uses.get(name) ?? []).map((use): Problem => {
        const data = { property: name, other: kept };
        return {
          messageId: 'spelling',
          data,
          at: use.flow.at,
          call: use.call,
          event: use.event,
          property: name,
          evidence,
          edits: [renamePropertyEdit(use.flow, kept, context)],
        };
      }),
    );
  });
}

/** A name that looks like a slip of the pen for a more frequent one. */
function misspellingProblems(uses: Uses, order: Order, context: RuleContext): readonly Problem[] {
  const names = [...uses.keys()].sort(order).map(spelled);
  const reported = new Set<string>();
  return names.flatMap((entry, index) => {
    const { name } = entry;
    const kept = names
      .slice(0, index)
      .find((other) => isNearSpelling(entry, other) && !reported.has(other.name))?.name;
    const use = uses.get(name)?.[0];
    const example = uses.get(kept ?? '')?.[0];
    if (kept === undefined || use === undefined || example === undefined) return [];
    reported.add(name);
    const evidence = [`"${kept}" is written at ${placeOf(example, context)}.`];
    const data = { property: name, other: kept };
    const problem: Problem = {
      messageId: 'misspelling',
      data,
      at: use.flow.at,
      call: use.call,
      event: use.event,
      property: name,
      evidence,
      edits: [renamePropertyEdit(use.flow, kept, context)],
    };
    return [problem];
  });
}

/** One event whose calls send a measure with and without its unit: `duration` here, `duration_ms` there. */
function unitProblems(uses: Uses, context: RuleContext): readonly Problem[] {
  const byEvent = new Map<string, Map<string, PropertyUse>>();
  for (const [name, list] of uses) {
    for (const use of list) {
      if (use.event === null) continue;
      const names = byEvent.get(use.event) ?? new Map<string, PropertyUse>();
      if (!names.has(name)) names.set(name, use);
      byEvent.set(use.event, names);
    }
  }
  return [...byEvent].flatMap(([event, names]) =>
    groupBy([...names.keys()], withoutUnit).flatMap((group) => {
      const [first, ...others] = [...group].sort(
        (a, b) => nameWords(b).length - nameWords(a).length || compareText(a, b),
      );
      const kept = names.get(first ?? '');
      return others.flatMap((name): Problem[] => {
        const use = names.get(name);
        if (
          !use ||
          !kept ||
          first === undefined ||
          nameKey(name) === nameKey(first) ||
          use.call === kept.call
        )
          return [];
        const evidence = [`"${first}" is written at ${placeOf(kept, context)}.`];
        return [
          {
            messageId: 'unit',
            data: { property: name, other: first, event },
            at: use.flow.at,
            call: use.call,
            event,
            property: name,
            evidence,
          },
        ];
      });
    }),
  );
}

function typeProblems(uses: Uses, context: RuleContext): readonly Problem[] {
  return [...uses].flatMap(([name, list]) => {
    const byEvent = new Map<string, Map<string, PropertyUse>>();
    return list.flatMap((use): Problem[] => {
      const type = use.event === null ? null : certainType(use, context);
      if (type === null || use.event === null) return [];
      const types = byEvent.get(use.event) ?? new Map<string, PropertyUse>();
      byEvent.set(use.event, types);
      const [known] = types;
      if (!known) types.set(type, use);
      if (!known || known[0] === type) return [];
      const evidence = [`It is ${known[0]} at ${placeOf(known[1], context)}.`];
      const data = { property: name, event: use.event, type, other: known[0] };
      return [
        {
          messageId: 'type',
          data,
          at: use.flow.at,
          call: use.call,
          event: use.event,
          property: name,
          evidence,
        },
      ];
    });
  });
}

export const consistentProperties: Rule = {
  name: 'consistent-properties',
  meta: {
    severity: 'P2',
    category: 'Schema Design',
    where: ['project'],
    summary: 'A property has one spelling, one unit and one type.',
    messages: {
      spelling: {
        message:
          'The property "{{property}}" is also sent as "{{other}}". Mixpanel keeps two properties, and every report sees only a part.',
        fix: 'Write "{{other}}" here as well.',
      },
      misspelling: {
        message:
          'The property "{{property}}" looks like a misspelling of "{{other}}". Mixpanel keeps two properties, and every report sees only a part.',
        fix: 'Write "{{other}}".',
      },
      unit: {
        message:
          'The event "{{event}}" carries "{{property}}" here and "{{other}}" elsewhere, so neither of them is complete.',
        fix: 'Send "{{other}}" everywhere.',
      },
      type: {
        message:
          'The property "{{property}}" of "{{event}}" is {{type}} here and {{other}} elsewhere. Mixpanel keeps both types apart in filters and charts.',
        fix: 'Send one type.',
      },
    },
    hasSuggestions: true,
  },
  checkProject(project, context) {
    const uses = propertyUses(project);
    const order = byPreference(uses, context);
    return [
      ...spellingProblems(uses, order, context),
      ...misspellingProblems(uses, order, context),
      ...unitProblems(uses, context),
      ...typeProblems(uses, context),
    ];
  },
};
