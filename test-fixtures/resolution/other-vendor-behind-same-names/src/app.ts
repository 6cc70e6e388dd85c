import { analytics, Mixpanel } from './analytics';

export function start() {
  analytics.track('App Started', { cold: true });
  analytics.identify('u_1');
  new Mixpanel().track('App Started');
}
