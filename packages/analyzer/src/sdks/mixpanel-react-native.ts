import type { MethodSpec, MethodTable } from './method-table.js';
import { useFromTable } from './method-table.js';
import type { SdkAdapter } from './sdk-adapter.js';

/** https://docs.mixpanel.com/docs/tracking-methods/sdks/react-native */

const PROFILE: MethodSpec = { kind: 'people', properties: 0, isPairAllowed: true };
const GROUP_PROFILE: MethodSpec = { kind: 'group', properties: 0, isPairAllowed: true };

const METHODS: MethodTable = {
  track: { kind: 'track', event: 0, properties: 1 },
  trackWithProperties: { kind: 'track', event: 0, properties: 1 },
  trackWithGroups: { kind: 'track', event: 0, properties: 1 },
  timeEvent: { kind: 'time_event', event: 0 },
  identify: { kind: 'identify', distinctId: 0 },
  alias: { kind: 'alias', distinctId: 0 },
  createAlias: { kind: 'alias', distinctId: 0 },
  registerSuperProperties: { kind: 'register', properties: 0 },
  registerSuperPropertiesOnce: { kind: 'register', properties: 0 },
  register: { kind: 'register', properties: 0 },
  unregisterSuperProperty: { kind: 'register', properties: 0, isNameOnly: true },
  clearSuperProperties: { kind: 'register' },
  setGroup: { kind: 'group', groupKey: 0, groupId: 1 },
  addGroup: { kind: 'group', groupKey: 0, groupId: 1 },
  removeGroup: { kind: 'group', groupKey: 0, groupId: 1 },
  reset: { kind: 'reset' },
  optInTracking: { kind: 'opt_in' },
  optOutTracking: { kind: 'opt_out' },
  // The older react-native-mixpanel and the Expo client put profile methods on the client.
  set: PROFILE,
  setOnce: PROFILE,
  increment: PROFILE,
  people_set: PROFILE,
  people_set_once: PROFILE,
  people_increment: PROFILE,
  people_append: PROFILE,
  people_union: PROFILE,
  trackCharge: { kind: 'people', properties: 1 },
  'people.set': PROFILE,
  'people.setOnce': PROFILE,
  'people.increment': PROFILE,
  'people.append': PROFILE,
  'people.union': PROFILE,
  'people.remove': PROFILE,
  'people.unset': { kind: 'people', properties: 0, isNameOnly: true },
  'people.trackCharge': { kind: 'people', properties: 1 },
  'people.clearCharges': { kind: 'people' },
  'people.deleteUser': { kind: 'people' },
  'group.set': GROUP_PROFILE,
  'group.setOnce': GROUP_PROFILE,
  'group.union': GROUP_PROFILE,
  'group.remove': GROUP_PROFILE,
  'group.unset': { kind: 'group', properties: 0, isNameOnly: true },
};

const FACTORIES = new Set(['init', 'sharedInstanceWithToken', 'Mixpanel', 'MixpanelInstance', 'default']);

export const mixpanelReactNative: SdkAdapter = {
  id: 'mixpanel-react-native',
  vendor: 'mixpanel',
  runtime: 'mobile',
  packages: [
    'mixpanel-react-native',
    'react-native-mixpanel',
    'expo-mixpanel-analytics',
    '@bothrs/expo-mixpanel-analytics',
  ],
  globals: [],
  words: ['mixpanel'],
  exported(path) {
    const [first, ...rest] = path;
    if (first === undefined) return [];
    if (first === 'default' || /mixpanel/i.test(first)) return rest[0] === 'default' ? rest.slice(1) : rest;
    return path;
  },
  result(path) {
    const last = path.at(-1);
    if (last === undefined || FACTORIES.has(last)) return [];
    if (last === 'getPeople') return ['people'];
    if (last === 'getGroup') return ['group'];
    return null;
  },
  use(path, args, factoryArgs) {
    const last = path.at(-1);
    if (last === undefined || FACTORIES.has(last)) {
      // The token belongs to the constructor or the static init; the instance's own init takes flags.
      const token =
        args[0]?.kind === 'literal' && typeof args[0].value === 'boolean' ? null : (args[0] ?? null);
      return { kind: 'init', token, options: args[2] ?? args[1] ?? null };
    }
    const use = useFromTable(METHODS, path, args);
    const [key, id] = factoryArgs.at(-1) ?? [];
    if (use.kind !== 'calls' || path[0] !== 'group' || !key || !id) return use;
    return { kind: 'calls', calls: use.calls.map((call) => ({ ...call, group: { key, id } })) };
  },
};
