import type { Value } from '../link/value.js';
import type { MethodSpec, MethodTable } from './method-table.js';
import { partsOf, useFromTable } from './method-table.js';
import type { SdkAdapter } from './sdk-adapter.js';

/** https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript and the SDK's own reference. */

const PROFILE: MethodSpec = { kind: 'people', properties: 0, isPairAllowed: true };
const PROFILE_NAME: MethodSpec = { kind: 'people', properties: 0, isNameOnly: true };
const GROUP_PROFILE: MethodSpec = { kind: 'group', properties: 0, isPairAllowed: true };

const METHODS: MethodTable = {
  track: { kind: 'track', event: 0, properties: 1 },
  track_pageview: { kind: 'track_pageview', properties: 0 },
  track_links: { kind: 'track_links', event: 1, properties: 2 },
  track_forms: { kind: 'track_links', event: 1, properties: 2 },
  track_with_groups: { kind: 'track', event: 0, properties: 1 },
  time_event: { kind: 'time_event', event: 0 },
  identify: { kind: 'identify', distinctId: 0 },
  alias: { kind: 'alias', distinctId: 0 },
  register: { kind: 'register', properties: 0 },
  register_once: { kind: 'register', properties: 0 },
  unregister: { kind: 'register', properties: 0, isNameOnly: true },
  set_group: { kind: 'group', groupKey: 0, groupId: 1 },
  add_group: { kind: 'group', groupKey: 0, groupId: 1 },
  remove_group: { kind: 'group', groupKey: 0, groupId: 1 },
  reset: { kind: 'reset' },
  opt_in_tracking: { kind: 'opt_in' },
  opt_out_tracking: { kind: 'opt_out' },
  'people.set': PROFILE,
  'people.set_once': PROFILE,
  'people.increment': PROFILE,
  'people.append': PROFILE,
  'people.union': PROFILE,
  'people.remove': PROFILE,
  'people.unset': PROFILE_NAME,
  'people.track_charge': { kind: 'people', properties: 1 },
  'people.clear_charges': { kind: 'people' },
  'people.delete_user': { kind: 'people' },
  'group.set': GROUP_PROFILE,
  'group.set_once': GROUP_PROFILE,
  'group.union': GROUP_PROFILE,
  'group.remove': GROUP_PROFILE,
  'group.unset': { kind: 'group', properties: 0, isNameOnly: true },
  'group.delete': { kind: 'group' },
};

export const mixpanelBrowser: SdkAdapter = {
  id: 'mixpanel-browser',
  vendor: 'mixpanel',
  runtime: 'browser',
  // Besides the SDK: bindings that hand out the same client.
  packages: [
    'mixpanel-browser',
    'mixpanel-lite',
    'react-mixpanel-browser',
    'vue-mixpanel',
    'vue-mixpanel-browser',
    'next-mixpanel',
    'react-mixpanel',
  ],
  globals: ['mixpanel'],
  words: ['mixpanel'],
  exported(path) {
    const [first, ...rest] = path;
    if (first === undefined || first === 'default' || first === 'mixpanel')
      return rest[0] === 'default' ? rest.slice(1) : rest;
    if (/^use.*mixpanel/i.test(first)) return [first];
    // `import * as mixpanel` and `import { track }` reach methods by name.
    return path;
  },
  result(path) {
    const last = path.at(-1) ?? '';
    // Plugins provide the client as a function, too: `$mixpanel().track(…)`.
    if (path.length === 0 || last === 'init' || /^use.*mixpanel/i.test(last)) return [];
    if (last === 'get_group') return ['group'];
    return null;
  },
  use(path, args, factoryArgs) {
    if (path.at(-1) === 'init') return { kind: 'init', token: args[0] ?? null, options: args[1] ?? null };
    if (path.at(-1) === 'push' && args[0]?.kind === 'array') return pushed(args[0].items);
    const use = useFromTable(METHODS, path, args);
    const [key, id] = factoryArgs.at(-1) ?? [];
    if (use.kind !== 'calls' || path[0] !== 'group' || !key || !id) return use;
    return { kind: 'calls', calls: use.calls.map((call) => ({ ...call, group: { key, id } })) };
  },
};

/** The snippet's queue: `mixpanel.push(['track', 'Signed Up', {…}])`. */
function pushed(items: readonly Value[]): ReturnType<SdkAdapter['use']> {
  const [name, ...rest] = items;
  const method = name?.kind === 'literal' && typeof name.value === 'string' ? name.value : null;
  const spec = method !== null && Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  return method !== null && spec
    ? { kind: 'calls', calls: [partsOf(method, spec, rest)] }
    : { kind: 'other' };
}
