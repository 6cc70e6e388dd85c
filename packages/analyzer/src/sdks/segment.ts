import { entryValue } from '../link/object-entries.js';
import type { Value } from '../link/value.js';
import type { MethodSpec, MethodTable } from './method-table.js';
import { useFromTable } from './method-table.js';
import type { SdkAdapter, SdkCallParts, SdkUse } from './sdk-adapter.js';

/** https://segment.com/docs/connections/spec/: positional arguments in browsers, one object on servers. */

const METHODS: MethodTable = {
  track: { kind: 'track', event: 0, properties: 1 },
  page: { kind: 'track_pageview', properties: 1 },
  screen: { kind: 'track_pageview', properties: 1 },
  identify: { kind: 'identify', distinctId: 0, properties: 1 },
  group: { kind: 'group', groupId: 0, groupKey: 0, properties: 1 },
  alias: { kind: 'alias', distinctId: 0 },
  reset: { kind: 'reset' },
};

/** Methods that browsers may call with the properties or traits alone: `identify(traits)`, `page(properties)`. */
const BARE: ReadonlySet<string> = new Set(['identify', 'page', 'screen']);
/** Keys that tell a server's message from such an object. */
const MESSAGE_KEYS = ['userId', 'anonymousId', 'traits', 'properties'];

function fromMessage(method: string, spec: MethodSpec, message: Value): SdkCallParts {
  const id = entryValue(message, 'userId') ?? entryValue(message, 'anonymousId');
  const groupId = entryValue(message, 'groupId');
  return {
    kind: spec.kind,
    method,
    event: entryValue(message, 'event'),
    properties: entryValue(message, 'properties') ?? entryValue(message, 'traits'),
    distinctId: id,
    group: groupId ? { key: groupId, id: groupId } : null,
  };
}

function use(path: readonly string[], args: readonly Value[]): SdkUse {
  const method = path.at(-1) ?? '';
  const spec = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  const [first] = args;
  if (spec && first?.kind === 'object') {
    const message = fromMessage(method, spec, first);
    const isBare = BARE.has(method) && !MESSAGE_KEYS.some((key) => entryValue(first, key));
    return { kind: 'calls', calls: [isBare ? { ...message, properties: first } : message] };
  }
  if (spec?.kind === 'track_pageview') {
    // page([category], [name], [properties]): what is left out moves the rest forward.
    const { kind } = spec;
    const properties = args.find((arg) => arg.kind === 'object') ?? null;
    return {
      kind: 'calls',
      calls: [{ kind, method, event: null, properties, distinctId: null, group: null }],
    };
  }
  return useFromTable(METHODS, path, args);
}

export const segment: SdkAdapter = {
  id: 'segment',
  vendor: 'segment',
  runtime: 'browser',
  packages: [
    '@segment/analytics-next',
    '@segment/analytics-node',
    '@segment/analytics-react-native',
    '@segment/snippet',
    'analytics-node',
    'analytics.js',
  ],
  globals: ['analytics'],
  words: ['segment', 'analytics'],
  exported(path) {
    const [first, ...rest] = path;
    if (first === undefined || first === 'default' || first === 'Analytics' || first === 'AnalyticsBrowser')
      return rest;
    return path;
  },
  result(path) {
    const last = path.at(-1);
    return last === undefined || ['load', 'createClient', 'useAnalytics', 'standalone'].includes(last)
      ? []
      : null;
  },
  use,
};
