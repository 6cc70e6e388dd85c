import { entryValue } from '../link/object-entries.js';
import type { Value } from '../link/value.js';
import type { MethodSpec, MethodTable } from './method-table.js';
import { useFromTable } from './method-table.js';
import type { SdkAdapter, SdkCallParts } from './sdk-adapter.js';

/** https://docs.mixpanel.com/docs/tracking-methods/sdks/nodejs; the first argument of profile methods is the user. */

const PROFILE: MethodSpec = { kind: 'people', distinctId: 0, properties: 1, isPairAllowed: true };
const PROFILE_NAME: MethodSpec = { kind: 'people', distinctId: 0, properties: 1, isNameOnly: true };
const GROUP: MethodSpec = { kind: 'group', groupKey: 0, groupId: 1, properties: 2, isPairAllowed: true };

const METHODS: MethodTable = {
  track: { kind: 'track', event: 0, properties: 1 },
  import: { kind: 'import', event: 0, properties: 2 },
  alias: { kind: 'alias', distinctId: 0 },
  'people.set': PROFILE,
  'people.set_once': PROFILE,
  'people.increment': PROFILE,
  'people.append': PROFILE,
  'people.union': PROFILE,
  'people.remove': PROFILE,
  'people.track_charge': { kind: 'people', distinctId: 0, properties: 2 },
  'people.clear_charges': { kind: 'people', distinctId: 0 },
  'people.delete_user': { kind: 'people', distinctId: 0 },
  'people.unset': PROFILE_NAME,
  'groups.set': GROUP,
  'groups.set_once': GROUP,
  'groups.union': GROUP,
  'groups.remove': GROUP,
  'groups.unset': { kind: 'group', groupKey: 0, groupId: 1 },
  'groups.delete_group': { kind: 'group', groupKey: 0, groupId: 1 },
};

/** `distinct_id` inside the properties is what the server SDK identifies by. */
export function withDistinctId(call: SdkCallParts): SdkCallParts {
  if (call.distinctId || !call.properties) return call;
  const id =
    entryValue(call.properties, 'distinct_id') ??
    entryValue(call.properties, '$distinct_id') ??
    entryValue(call.properties, '$user_id');
  return id ? { ...call, distinctId: id } : call;
}

/** `track_batch([{ event, properties }])`: one call per known item. */
export function batchCalls(
  method: string,
  kind: 'track' | 'import',
  list: Value | undefined,
): SdkCallParts[] {
  const items = list?.kind === 'array' ? list.items : list ? [list] : [];
  return items.map((item) =>
    withDistinctId({
      kind,
      method,
      event: entryValue(item, 'event'),
      properties: entryValue(item, 'properties'),
      distinctId: null,
      group: null,
    }),
  );
}

export const mixpanelNode: SdkAdapter = {
  id: 'mixpanel',
  vendor: 'mixpanel',
  runtime: 'server',
  packages: ['mixpanel', 'nestjs-mixpanel', '@types/mixpanel'],
  globals: [],
  words: ['mixpanel'],
  exported(path) {
    const [first, ...rest] = path;
    if (first === undefined) return [];
    if (first === 'default') return rest;
    return path;
  },
  result(path) {
    const last = path.at(-1);
    return last === 'init' || last === 'Client' || last === 'MixpanelService' ? [] : null;
  },
  use(path, args) {
    const last = path.at(-1);
    if (last === 'init') return { kind: 'init', token: args[0] ?? null, options: args[1] ?? null };
    if (last === 'track_batch') return { kind: 'calls', calls: batchCalls('track_batch', 'track', args[0]) };
    if (last === 'import_batch')
      return { kind: 'calls', calls: batchCalls('import_batch', 'import', args[0]) };
    // `track({ event, properties })` is not the SDK's, but `import(event, properties)` without time is common.
    const isShortImport = last === 'import' && args[1] !== undefined && args[1].kind === 'object';
    const use = useFromTable(
      METHODS,
      path,
      isShortImport && args[0] ? [args[0], args[1] as Value, args[1] as Value] : args,
    );
    return use.kind === 'calls' ? { kind: 'calls', calls: use.calls.map(withDistinctId) } : use;
  },
};
