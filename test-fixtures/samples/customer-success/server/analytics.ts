import Mixpanel from 'mixpanel';

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '');

/** Sends an event of our own; a failure is counted, never thrown. */
export function record(event: string, distinctId: string, properties: Record<string, unknown>): void {
  try {
    mixpanel.track(event, { distinct_id: distinctId, ...properties });
  } catch {
    failures += 1;
  }
}

/** Events that could not be handed over since the start. */
export let failures = 0;
