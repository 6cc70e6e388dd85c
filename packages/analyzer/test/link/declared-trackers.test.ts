import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.js';
import { analyze } from '../../src/link/analyze.js';
import { memorySource } from '../../src/source/index.js';

/** `trackers` of the configuration: functions that lead to an SDK in a way that code does not show. */
const FILES = {
  'src/queue.ts': `export const analytics = { logEvent(name: string, props: object) { postMessage({ name, props }); } };
export function enqueue(name: string, props: object) { postMessage({ name, props }); }`,
  'src/page.ts': `import { analytics, enqueue } from './queue';
import { report } from '@acme/telemetry';
enqueue('Page Opened', { depth: 1 });
analytics.logEvent('Page Closed', { depth: 2 });
report('Page Printed', { depth: 3 });`,
};

const eventsWith = (trackers: (typeof defaultConfig)['trackers']): readonly (string | null)[] =>
  analyze(memorySource(FILES), {
    config: { ...defaultConfig, trackers },
    useTypes: false,
  }).project.calls.map((call) => call.event?.name ?? null);

describe('declared trackers', () => {
  it.each([
    ['nothing is declared', [], []],
    ['a function of a file', [{ module: 'src/queue.ts', name: 'enqueue', method: 'track' }], ['Page Opened']],
    ['a member', [{ module: 'src/queue.ts', name: 'analytics.logEvent', method: 'track' }], ['Page Closed']],
    ['a package', [{ module: '@acme/telemetry', name: 'report', method: 'track' }], ['Page Printed']],
    ['a name that nobody exports', [{ module: 'src/queue.ts', name: 'send', method: 'track' }], []],
    ['another file', [{ module: 'src/other.ts', name: 'enqueue', method: 'track' }], []],
  ])('%s', (_title, trackers, expected) => {
    expect(eventsWith(trackers)).toEqual(expected);
  });
});
