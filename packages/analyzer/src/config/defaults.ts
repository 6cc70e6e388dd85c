import type { Config } from './config.js';

/** What holds without a configuration file. */
export const defaultConfig: Config = {
  file: null,
  plan: null,
  rules: {},
  ignore: [],
  pii: { allow: [], categories: [], neverLog: ['organization_name'] },
  distinctId: { prefixes: ['org_', 'slack_', 'apikey_', 'webhook_'] },
  eventNames: { pattern: null, prefix: null },
  analyticsModule: null,
  consent: 'not-required',
  residency: null,
  vendors: ['mixpanel'],
  trackers: [],
  pullRequests: { failOn: 'P0', drafts: 'review', suppressions: 'gate', inlineComments: 30 },
  baseline: 'tracklint-baseline.json',
};
