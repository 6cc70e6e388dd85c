import mixpanel from 'mixpanel-browser';
import type { EventMap } from './events';

export function track<Name extends keyof EventMap>(name: Name, ...[properties]: [EventMap[Name]]): void {
  mixpanel.track(name, properties);
}
