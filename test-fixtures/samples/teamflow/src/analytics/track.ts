import mixpanel from 'mixpanel-browser';
import type { EventName } from './events';

export type Properties = Readonly<Record<string, unknown>>;

/** Sends an event. Tracking never breaks the product: a failure is only counted. */
export function track(event: EventName | (string & {}), properties: Properties = {}): void {
  try {
    mixpanel.track(event, properties);
  } catch {
    window.dispatchEvent(new CustomEvent('analytics-failure'));
  }
}
