import { functionKey } from '../../link/module-graph.js';
import type { Value } from '../../link/value.js';
import type { CodeCall, RuleContext } from '../rule.js';

const MIXPANEL_HOST = /(?:^|\/\/|\.)(?:mixpanel\.com)/;

/** A value that a request to Mixpanel authenticates with. */
export interface Credential {
  /** `user:password` joined (Basic), one of the two, or the whole header. */
  readonly part: 'basic' | 'password' | 'header';
  readonly value: Value;
}

/** Requests to Mixpanel in a file, with what they authenticate with. */
export function requestCredentials(
  file: string,
  context: RuleContext,
): readonly { readonly call: CodeCall; readonly credential: Credential }[] {
  if (!/mixpanel/i.test(context.code.file(file)?.text ?? '')) return [];
  return context.code
    .callsIn(functionKey(file, 0))
    .filter((call) => call.args.some((arg) => mentionsMixpanel(arg, 0)))
    .flatMap((call) =>
      call.args.flatMap((arg) => credentialsIn(arg, 0)).map((credential) => ({ call, credential })),
    );
}

function mentionsMixpanel(value: Value, depth: number): boolean {
  if (depth > 4) return false;
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' && MIXPANEL_HOST.test(value.value);
    case 'template':
      return value.parts.some((part) =>
        typeof part === 'string' ? MIXPANEL_HOST.test(part) : mentionsMixpanel(part, depth + 1),
      );
    case 'object':
      return value.entries.some(
        (entry) =>
          entry.kind === 'property' &&
          /^(?:url|uri|baseURL|prefixUrl|hostname|host)$/.test(entry.key) &&
          mentionsMixpanel(entry.value, depth + 1),
      );
    case 'call':
      return value.isNew && value.args.some((arg) => mentionsMixpanel(arg, depth + 1));
    case 'union':
      return value.options.some((option) => mentionsMixpanel(option, depth + 1));
    default:
      return false;
  }
}

function credentialsIn(value: Value, depth: number): readonly Credential[] {
  if (depth > 5) return [];
  if (value.kind === 'union') return value.options.flatMap((option) => credentialsIn(option, depth + 1));
  if (value.kind === 'array') return value.items.flatMap((item) => credentialsIn(item, depth + 1));
  if (value.kind === 'call' && value.isNew) return value.args.flatMap((arg) => credentialsIn(arg, depth + 1));
  if (value.kind !== 'object') return [];
  return value.entries.flatMap((entry): readonly Credential[] => {
    if (entry.kind !== 'property') return [];
    const key = entry.key.toLowerCase();
    if (key === 'authorization') return headerCredentials(entry.value);
    if (key === 'password' || key === 'pass' || key === 'secret' || key === 'api_secret')
      return [{ part: 'password', value: entry.value }];
    return ['headers', 'auth', 'httpauth', 'defaults', 'common'].includes(key)
      ? credentialsIn(entry.value, depth + 1)
      : [];
  });
}

/** The text inside `` `Basic ${btoa(text)}` ``; the header itself if it is not built here. */
function headerCredentials(value: Value): readonly Credential[] {
  if (value.kind !== 'template') return [{ part: 'header', value }];
  return value.parts.flatMap((part): readonly Credential[] =>
    typeof part === 'string' ? [] : [{ part: 'basic', value: encodedText(part) }],
  );
}

/** The argument of `btoa(…)` and `Buffer.from(…).toString('base64')`. */
function encodedText(value: Value): Value {
  if (value.kind !== 'call') return value;
  const { callee } = value;
  if (callee.kind === 'member' && callee.name === 'toString') return encodedText(callee.object);
  const [first] = value.args;
  return first ?? value;
}
