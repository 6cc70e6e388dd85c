import { alternatives, isNullish } from './build-value.js';
import { declaredMember, declaredParam, declaredTypeOf } from './declared-receiver.js';
import type { Evaluator } from './evaluator.js';
import type { Place, Value } from './value.js';

const DEPTH_LIMIT = 8;

/** More possible targets than this say nothing about one call. */
const TARGET_LIMIT = 64;

/** Values being resolved, so that flows that lead back to themselves end. */
const ACTIVE = new Set<string>();

/** The same expression gives fresh values when members of it are taken, so values are told apart by where they stand. */
function subject(value: Value): string {
  const name =
    value.kind === 'member' ? value.name : value.kind === 'param' ? `${value.fn} ${value.index}` : '';
  return `${value.kind} ${value.at.file}:${value.at.start}-${value.at.end} ${name ?? '*'}`;
}

/** Values that can be called or asked for members without looking further. */
const isConcrete = (value: Value): boolean =>
  value.kind === 'function' ||
  value.kind === 'class' ||
  value.kind === 'sdk' ||
  value.kind === 'instance' ||
  value.kind === 'object' ||
  value.kind === 'namespace' ||
  value.kind === 'array';

/**
 * What a value can be at run time, as far as flows and declared types tell: parameters become the arguments that were
 * seen or instances of their type, members and calls of such values are followed.
 */
export function resolveTargets(ev: Evaluator, value: Value, depth = 0): readonly Value[] {
  const id = subject(value);
  if (depth > DEPTH_LIMIT || ACTIVE.has(id)) return [];
  ACTIVE.add(id);
  const found: Value[] = [];
  for (const option of alternatives(value)) {
    if (isNullish(option)) continue;
    if (isConcrete(option) || option.kind === 'external') found.push(option);
    else found.push(...resolveOpaque(ev, option, depth));
  }
  ACTIVE.delete(id);
  return unique(found).slice(0, TARGET_LIMIT);
}

function resolveOpaque(ev: Evaluator, value: Value, depth: number): readonly Value[] {
  const again = (each: Value): readonly Value[] => resolveTargets(ev, each, depth + 1);
  switch (value.kind) {
    case 'param': {
      const known = paramTargets(ev, value);
      // A parameter that is declared as something else only shares the name.
      if (known.length > 0 || value.name === null || declaredTypeOf(ev, value) !== null) return known;
      const sdk = /^mixpanel$/i.test(value.name) ? ev.sdks.ofGlobal('mixpanel') : null;
      return sdk ? [{ kind: 'sdk', sdk: sdk.id, path: [], at: value.at }] : [];
    }
    case 'member': {
      const { name } = value;
      if (name === null) return resolveItems(ev, value.object, value.at, depth);
      const owner = value.object;
      const props =
        owner.kind === 'param' && owner.index === -1 && name === 'props' ? ev.flows.param(owner.fn, 0) : [];
      const bases = [
        ...props,
        ...again(owner)
          .filter((base) => base.kind !== 'external')
          .map((base) => ev.member(base, name, value.at)),
      ];
      const declared = declaredMember(ev, value);
      const known = [...bases, ...(declared ? [declared] : [])]
        .filter((each) => each.kind !== 'literal')
        .flatMap((each) =>
          each.kind === 'member' && each.name === name && each.object === owner ? [] : again(each),
        );
      return known.length > 0 ? known : ev.flows.memberNamed(name).flatMap(again);
    }
    case 'call': {
      const callees = again(value.callee).filter((callee) => callee.kind !== 'external');
      return callees.flatMap((callee) => {
        const result = ev.call(callee, value.args, value.at, value.isNew);
        return result.kind === 'call' && result.callee === callee ? [] : again(result);
      });
    }
    default:
      return [];
  }
}

const PARAMS = new WeakMap<
  Evaluator,
  Map<string, { readonly round: number; readonly targets: readonly Value[] }>
>();

/** What flows into a parameter, once per round of linking; a parameter that flows into itself adds nothing. */
function paramTargets(ev: Evaluator, value: Extract<Value, { kind: 'param' }>): readonly Value[] {
  const known = PARAMS.get(ev) ?? new Map<string, { round: number; targets: readonly Value[] }>();
  PARAMS.set(ev, known);
  const key = `${value.fn} ${value.index}`;
  const { round } = ev.flows;
  const last = known.get(key);
  if (last?.round === round) return last.targets;
  known.set(key, { round, targets: [] });
  const declared = declaredParam(ev, value);
  const options = [...ev.flows.param(value.fn, value.index), ...(declared ? [declared] : [])];
  const targets = unique(options.flatMap((option) => resolveTargets(ev, option))).slice(0, TARGET_LIMIT);
  known.set(key, { round, targets });
  return targets;
}

/** An item of a collection that is not known further, by what is known of the collection. */
function resolveItems(ev: Evaluator, collection: Value, _at: Place, depth: number): readonly Value[] {
  return resolveTargets(ev, collection, depth + 1).flatMap((each) => {
    if (each.kind === 'array') return each.items.flatMap((item) => resolveTargets(ev, item, depth + 1));
    if (each.kind !== 'object') return [];
    return each.entries.flatMap((entry) => resolveTargets(ev, entry.value, depth + 1));
  });
}

function unique(values: readonly Value[]): readonly Value[] {
  return values.filter((value, index) => values.indexOf(value) === index);
}

/** True if the declared type of a receiver leads to an object with methods. */
export function hasDeclaredReceiver(ev: Evaluator, receiver: Value): boolean {
  if (receiver.kind === 'param') return declaredParam(ev, receiver) !== null;
  return receiver.kind === 'member' && declaredMember(ev, receiver) !== null;
}
