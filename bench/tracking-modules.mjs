/**
 * The parts of the generated repository that track: one analytics package whose wrappers are three deep, and the blocks
 * that call it. Some of the calls send personal data, so that the rules have something to report.
 */

/** Files of `packages/analytics/src`, by name. */
export const ANALYTICS_PACKAGE = {
  'client.ts': `import mixpanel from 'mixpanel-browser';

const token = process.env.MIXPANEL_TOKEN ?? '';

export function start(): void {
  mixpanel.init(token, { persistence: 'localStorage' });
}

export function send(name: string, properties: Record<string, unknown>): void {
  try {
    mixpanel.track(name, properties);
  } catch (error) {
    reportFailure(error);
  }
}

export function sendProfile(properties: Record<string, unknown>): void {
  mixpanel.people.set(properties);
}

function reportFailure(error: unknown): void {
  console.error('Tracking failed', error instanceof Error ? error.message : 'unknown');
}
`,
  'capture.ts': `import { send } from './client.js';

const PREFIX = 'App';

export function capture(name: string, properties: Record<string, unknown> = {}): void {
  send(\`\${PREFIX} \${name}\`, { ...properties, schema_version: 3 });
}
`,
  'track-event.ts': `import { capture } from './capture.js';

export interface TrackOptions {
  readonly name: string;
  readonly properties?: Record<string, unknown>;
}

export function trackEvent({ name, properties }: TrackOptions): void {
  capture(name, { ...properties, source: 'web' });
}

export function useTracking() {
  return { track: (name: string, properties?: Record<string, unknown>) => trackEvent({ name, ...(properties ? { properties } : {}) }) };
}
`,
  'events.ts': `export const EVENTS = {
  opened: 'Panel Opened',
  saved: 'Record Saved',
  shared: 'Record Shared',
  removed: 'Record Removed',
} as const;
`,
  'index.ts': `export { start, sendProfile } from './client.js';
export * from './track-event.js';
export * from './events.js';
`,
};

const CALLS = [
  (n) => `export function opened${n}(panelId: string, count: number): void {
  trackEvent({ name: EVENTS.opened, properties: { panel_id: panelId, item_count: count } });
}
`,
  (n) => `export function shared${n}(user: { id: string; email: string }, isPublic: boolean): void {
  trackEvent({ name: EVENTS.shared, properties: { user_id: user.id, user_email: user.email, is_public: isPublic } });
}
`,
  (n) => `export function saved${n}(record: { id: string; title: string; durationMs: number }): void {
  const properties = { record_id: record.id, duration_ms: record.durationMs };
  trackEvent({ name: record.title === '' ? EVENTS.saved : 'Untitled Record Saved', properties });
}
`,
  (n) => `export function useRemoved${n}(): (id: string, reason?: string) => void {
  const { track } = useTracking();
  return (id, reason) => track(EVENTS.removed, { record_id: id, ...(reason ? { reason } : {}) });
}
`,
];

/** What a module that tracks imports. */
export const TRACKING_IMPORT = `import { EVENTS, trackEvent, useTracking } from '@bench/analytics';\n`;

/**
 * One tracking call in a function of its own.
 * @param {ReturnType<import('./random.mjs').createRandom>} random
 * @param {number} n Unique in the module.
 */
export function trackingBlock(random, n) {
  return random.pick(CALLS)(n);
}
