import { alternatives } from '../link/build-value.js';
import type { TrackingCall } from '../link/call.js';
import { entryValue } from '../link/object-entries.js';
import type { Place, Value } from '../link/value.js';
import type { Config } from '../config/config.js';
import { entryEdit, literalEdit } from './facts/text-edits.js';
import type { Edit, Problem, Rule, RuleContext } from './rule.js';

type Region = NonNullable<Config['residency']>;

const REGION_NAMES: Readonly<Record<Region, string>> = {
  us: 'United States',
  eu: 'European Union',
  in: 'India',
};
/** https://docs.mixpanel.com/docs/privacy/eu-residency and in-residency. */
const HOSTS: Readonly<Record<Region, string>> = {
  us: 'api.mixpanel.com',
  eu: 'api-eu.mixpanel.com',
  in: 'api-in.mixpanel.com',
};
const HOST = /\b(?:(?:[a-z]+-)*[a-z]+\.)?mixpanel\.com\b/i;
/** Option that sets the host, by SDK; others are given a URL or have none. */
const HOST_OPTIONS: Readonly<Record<string, string>> = {
  'mixpanel-browser': 'api_host',
  mixpanel: 'host',
  'mixpanel-react-native': 'serverURL',
};

function regionOf(host: string): Region {
  if (/(?:^|[-.])eu\./i.test(host)) return 'eu';
  return /(?:^|[-.])in\./i.test(host) ? 'in' : 'us';
}

interface HostUse {
  readonly host: string;
  readonly region: Region;
  readonly at: Place;
}

/** Known text inside a value that names one of Mixpanel's hosts. */
function hostIn(value: Value): HostUse | null {
  for (const option of alternatives(value)) {
    const texts = option.kind === 'template' ? option.parts : [option];
    for (const part of texts) {
      const text =
        typeof part === 'string'
          ? part
          : part.kind === 'literal' && typeof part.value === 'string'
            ? part.value
            : '';
      const host = HOST.exec(text)?.[0];
      if (host !== undefined) return { host, region: regionOf(host), at: option.at };
    }
  }
  return null;
}

/** The same host in another region: `data.mixpanel.com` → `data-eu.mixpanel.com`, `mixpanel.com` → `eu.mixpanel.com`. */
function hostFor(host: string, region: Region): string {
  const [first = '', ...rest] = host.split('.');
  if (rest.length === 1) return region === 'us' ? 'mixpanel.com' : `${region}.mixpanel.com`;
  if (first === 'eu' || first === 'in') return region === 'us' ? 'mixpanel.com' : `${region}.mixpanel.com`;
  const base = first.replace(/-(?:eu|in|js)$/, '');
  return region === 'us' ? `${base}.mixpanel.com` : `${base}-${region}.mixpanel.com`;
}

function hostEdit(use: HostUse, region: Region, context: RuleContext): readonly Edit[] {
  const text = context.textAt(use.at);
  if (!text.includes(use.host)) return [];
  const host = hostFor(use.host, region);
  const inner = text.slice(1, -1).replace(use.host, host);
  const change =
    literalEdit(use.at, text, inner) ??
    (text.startsWith('`') ? { at: use.at, text: text.replace(use.host, host) } : null);
  return change ? [{ title: `Use ${host}`, isSafe: false, changes: [change] }] : [];
}

function wrongHost(
  use: HostUse,
  wanted: Region,
  place: Pick<Problem, 'at' | 'call'>,
  context: RuleContext,
): Problem {
  const data = {
    host: use.host,
    region: REGION_NAMES[use.region],
    wanted: REGION_NAMES[wanted],
    right: hostFor(use.host, wanted),
  };
  return { ...place, messageId: 'host', data, edits: hostEdit(use, wanted, context) };
}

function callHost(call: TrackingCall): HostUse | null {
  for (const arg of call.args) {
    const url = arg.kind === 'object' ? (entryValue(arg, 'url') ?? entryValue(arg, 'uri')) : arg;
    const use = url && hostIn(url);
    if (use) return use;
  }
  return null;
}

export const dataResidency: Rule = {
  name: 'data-residency',
  meta: {
    severity: 'P1',
    category: 'PII Protection',
    where: ['call'],
    summary: 'Data goes to the region that the configuration names.',
    messages: {
      host: {
        message:
          '{{host}} stores data in another region ({{region}}) than the project’s ({{wanted}}). Mixpanel no longer forwards it: the events are lost or hidden.',
        fix: 'Send to {{right}}.',
      },
      default: {
        message:
          'Without the option "{{option}}" the SDK sends to the United States, but the project’s data belongs to another region ({{wanted}}). The events are lost or hidden.',
        fix: 'Set "{{option}}" to {{right}}.',
      },
    },
    isEnabled: (config) => config.residency !== null,
    hasSuggestions: true,
  },
  checkCall(call, context) {
    const { residency } = context.config;
    if (residency === null || call.runtime !== 'http') return [];
    const use = callHost(call);
    return use && use.region !== residency ? [wrongHost(use, residency, { at: use.at, call }, context)] : [];
  },
  checkInit(init, context) {
    const { residency } = context.config;
    const option = HOST_OPTIONS[init.sdk];
    if (residency === null || option === undefined) return [];
    const { options } = init;
    const host =
      options?.kind === 'object' ? entryValue(options, option) : init.runtime === 'mobile' ? options : null;
    const use = host ? hostIn(host) : null;
    if (use) return use.region === residency ? [] : [wrongHost(use, residency, { at: use.at }, context)];
    // A host from the environment or of an own proxy may lead anywhere.
    const isDefault =
      options === null ||
      (options.kind === 'object' &&
        options.open !== true &&
        options.entries.every(({ kind }) => kind === 'property'));
    if (host !== null || !isDefault || residency === 'us' || init.runtime === 'mobile') return [];
    const right = HOSTS[residency];
    const value = option === 'host' ? right : `https://${right}`;
    const change = options && entryEdit(options.at, context.textAt(options.at), `${option}: '${value}'`);
    const edits = change ? [{ title: `Set ${option} to ${right}`, isSafe: false, changes: [change] }] : [];
    return [
      { messageId: 'default', data: { option, wanted: REGION_NAMES[residency], right }, at: init.at, edits },
    ];
  },
};
