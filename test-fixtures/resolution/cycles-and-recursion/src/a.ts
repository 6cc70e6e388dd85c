import mixpanel from 'mixpanel-browser';
import { fromB } from './b';

export function trackAll(names: string[], index = 0): void {
  if (index >= names.length) return;
  mixpanel.track(names[index] ?? '');
  trackAll(names, index + 1);
}

export const send = (name: string) => mixpanel.track(name);
export const again = fromB;
