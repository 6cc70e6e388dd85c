import picomatch from 'picomatch';
import type { Config } from '../config/config.js';
import type { FilePath } from '../source/source.js';
import type { Problem, Rule } from './rule.js';

const EXTENSION = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

/** True for the analytics module itself: a file, a folder, or a glob; an extension may be left out. */
function isAnalyticsModule(path: FilePath, { analyticsModule }: Config): boolean {
  if (analyticsModule === null) return true;
  const wanted = analyticsModule.replace(/^\.\//, '').replace(/\/$/, '');
  if (path === wanted || path.startsWith(`${wanted}/`) || path.replace(EXTENSION, '') === wanted) return true;
  return picomatch.isMatch(path, wanted, { dot: true });
}

const FIX = 'Call the analytics module instead.';

export const noDirectSdk: Rule = {
  name: 'no-direct-sdk',
  meta: {
    severity: 'P2',
    category: 'Service Patterns',
    where: ['call'],
    summary: 'Only the configured analytics module calls the SDK.',
    messages: {
      call: {
        message:
          'This calls {{method}} of the SDK itself, past "{{module}}", where names, consent and errors are taken care of.',
        fix: FIX,
      },
      init: {
        message:
          'This sets up a Mixpanel client of its own, past "{{module}}", where names, consent and errors are taken care of.',
        fix: FIX,
      },
    },
    isEnabled: (config) => config.analyticsModule !== null,
  },
  checkCall(call, { config }) {
    // The SDK call at the end of the chain, once, however many callers lead to it.
    if (call.role === 'declaration' || isAnalyticsModule(call.sdkCall.file, config)) return [];
    const data = { method: call.method, module: config.analyticsModule ?? '' };
    const problem: Problem = {
      messageId: 'call',
      data,
      at: call.sdkCall,
      call,
      event: call.via.length === 0 ? (call.event?.name ?? null) : null,
    };
    return [problem];
  },
  checkInit(init, { config }) {
    if (isAnalyticsModule(init.file, config)) return [];
    return [{ messageId: 'init', data: { module: config.analyticsModule ?? '' }, at: init.at }];
  },
};
