import type { MethodSpec, MethodTable } from './method-table.js';
import { useFromTable } from './method-table.js';
import type { SdkAdapter } from './sdk-adapter.js';

/** https://github.com/samzilverberg/cordova-mixpanel-plugin and its wrappers for Ionic. */

const PROFILE: MethodSpec = { kind: 'people', properties: 0 };

const METHODS: MethodTable = {
  track: { kind: 'track', event: 0, properties: 1 },
  timeEvent: { kind: 'time_event', event: 0 },
  identify: { kind: 'identify', distinctId: 0 },
  alias: { kind: 'alias', distinctId: 0 },
  registerSuperProperties: { kind: 'register', properties: 0 },
  registerSuperPropertiesOnce: { kind: 'register', properties: 0 },
  unregisterSuperProperty: { kind: 'register', properties: 0, isNameOnly: true },
  reset: { kind: 'reset' },
  'people.identify': { kind: 'identify', distinctId: 0 },
  'people.set': PROFILE,
  'people.setOnce': PROFILE,
  'people.increment': PROFILE,
  'people.append': PROFILE,
  'people.union': PROFILE,
  'people.unset': { kind: 'people', properties: 0, isNameOnly: true },
  'people.trackCharge': { kind: 'people', properties: 1 },
  'people.deleteUser': { kind: 'people' },
};

/** The two classes that the wrappers export, which are injected by their types. */
const pathOf = (name: string): readonly string[] | null =>
  name === 'Mixpanel' ? [] : name === 'MixpanelPeople' ? ['people'] : null;

export const mixpanelCordova: SdkAdapter = {
  id: 'mixpanel-cordova',
  vendor: 'mixpanel',
  runtime: 'mobile',
  packages: ['cordova-plugin-mixpanel', '@ionic-native/mixpanel', '@awesome-cordova-plugins/mixpanel'],
  globals: [],
  words: ['mixpanel'],
  exported(path) {
    const [first, ...rest] = path;
    const base = first === undefined || first === 'default' ? [] : pathOf(first);
    return base && [...base, ...rest];
  },
  typed: pathOf,
  result: () => null,
  use(path, args) {
    if (path.at(-1) === 'init') return { kind: 'init', token: args[0] ?? null, options: null };
    return useFromTable(METHODS, path, args);
  },
};
