import { alternatives } from '../link/build-value.js';
import { entryValue } from '../link/object-entries.js';
import type { Value } from '../link/value.js';
import { withDistinctId } from './mixpanel-node.js';
import type { SdkAdapter, SdkCallParts, SdkUse } from './sdk-adapter.js';

/** https://developer.mixpanel.com/reference/ingestion-api: requests made without an SDK. */

const HOST = /^https?:\/\/(?:api(?:-js|-eu|-in)?|ingest)\.mixpanel\.com\/(track|engage|import|groups)\b/;

/** Functions that turn a value into the text that is sent, without changing what it says. */
const ENCODERS = new Set([
  'stringify',
  'from',
  'toString',
  'encodeURIComponent',
  'btoa',
  'encode',
  'gzipSync',
  'URLSearchParams',
]);

/** The known beginning of a string. */
function leadingText(value: Value): string {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : '';
  if (value.kind !== 'template') return '';
  const [first] = value.parts;
  if (typeof first === 'string') return first;
  return first ? leadingText(first) : '';
}

/** What a host that comes from a variable is followed by: `${HOST}/track?verbose=1`. */
function endpointOf(url: Value): string | null {
  for (const option of alternatives(url)) {
    const match = HOST.exec(leadingText(option));
    if (match) return match[1] ?? null;
  }
  return null;
}

/** The data inside `JSON.stringify(data)`, `Buffer.from(…).toString('base64')`, `'data=' + …`. */
function payloadOf(value: Value, depth = 0): Value | null {
  if (depth > 8) return null;
  if (value.kind === 'object') {
    const data = entryValue(value, 'data');
    return data ? (payloadOf(data, depth + 1) ?? data) : value;
  }
  if (value.kind === 'array' || value.kind === 'param') return value;
  if (value.kind === 'template') {
    const data = value.parts.filter((part) => typeof part !== 'string');
    return data.length > 0 ? payloadOf(data[0] as Value, depth + 1) : null;
  }
  if (value.kind !== 'call') return null;
  const name =
    value.callee.kind === 'member'
      ? value.callee.name
      : value.callee.kind === 'unknown'
        ? value.callee.name
        : null;
  if (name === null || !ENCODERS.has(name)) return null;
  if (name === 'toString' && value.callee.kind === 'member') return payloadOf(value.callee.object, depth + 1);
  const [first] = value.args;
  return first ? payloadOf(first, depth + 1) : null;
}

/** The data in the address of a GET request: `${HOST}/track?ip=1&data=${encoded}`. */
function dataInAddress(url: Value): Value | null {
  for (const option of alternatives(url)) {
    if (option.kind !== 'template') continue;
    const index = option.parts.findIndex((part) => typeof part === 'string' && /[?&]data=$/.test(part));
    const data = index < 0 ? undefined : option.parts[index + 1];
    if (data !== undefined && typeof data !== 'string') return payloadOf(data);
  }
  return null;
}

/** A field of what is sent; of a parameter it is known once a caller gives it. */
const field = (item: Value, name: string): Value | null =>
  item.kind === 'param' || item.kind === 'member'
    ? { kind: 'member', object: item, name, at: item.at }
    : entryValue(item, name);

function callsOf(
  endpoint: string,
  payload: Value,
  verb: 'GET' | 'POST',
  isList: (value: Value) => boolean,
): SdkCallParts[] {
  const items: readonly Value[] =
    payload.kind === 'array'
      ? payload.items
      : isList(payload)
        ? [{ kind: 'member', object: payload, name: null, at: payload.at }]
        : [payload];
  return items.map((item) => {
    if (endpoint === 'engage' || endpoint === 'groups') {
      const operation = ['$set', '$set_once', '$add', '$union', '$append', '$remove'].find((name) =>
        entryValue(item, name),
      );
      return {
        kind: endpoint === 'engage' ? ('people' as const) : ('group' as const),
        method: `${verb} /${endpoint}`,
        event: null,
        properties: operation ? entryValue(item, operation) : null,
        distinctId: entryValue(item, '$distinct_id'),
        group: null,
      };
    }
    return withDistinctId({
      kind: endpoint === 'import' ? ('import' as const) : ('track' as const),
      method: `${verb} /${endpoint}`,
      event: field(item, 'event'),
      properties: field(item, 'properties'),
      distinctId: null,
      group: null,
    });
  });
}

/** The body of `fetch(url, { body })`, `axios.post(url, data)`, `got.post(url, { json })`, `axios({ url, data })`. */
function bodyOf(args: readonly Value[]): Value | null {
  for (const arg of args.slice(1)) {
    const body =
      entryValue(arg, 'body') ??
      entryValue(arg, 'json') ??
      entryValue(arg, 'form') ??
      entryValue(arg, 'data') ??
      entryValue(arg, 'params') ??
      entryValue(arg, 'qs') ??
      entryValue(arg, 'searchParams');
    if (body) return body;
    if (arg.kind === 'array' || arg.kind === 'call' || arg.kind === 'template') return arg;
    if (arg.kind === 'object' && entryValue(arg, 'event')) return arg;
  }
  return null;
}

function match(_callee: Value, args: readonly Value[], isList: (value: Value) => boolean): SdkUse | null {
  const [first] = args;
  if (!first) return null;
  const isConfig = first.kind === 'object';
  const url = isConfig ? (entryValue(first, 'url') ?? entryValue(first, 'uri')) : first;
  const endpoint = url ? endpointOf(url) : null;
  if (endpoint === null) return null;
  const body = isConfig
    ? (entryValue(first, 'data') ?? entryValue(first, 'body') ?? entryValue(first, 'json'))
    : bodyOf(args);
  const payload = body ? payloadOf(body) : null;
  if (payload) return { kind: 'calls', calls: callsOf(endpoint, payload, 'POST', isList) };
  const data = url ? dataInAddress(url) : null;
  return data ? { kind: 'calls', calls: callsOf(endpoint, data, 'GET', isList) } : { kind: 'other' };
}

export const mixpanelHttp: SdkAdapter = {
  id: 'mixpanel-http',
  vendor: 'mixpanel',
  runtime: 'http',
  packages: [],
  globals: [],
  words: ['mixpanel.com'],
  exported: () => null,
  result: () => null,
  use: () => ({ kind: 'other' }),
  match,
};
