import { track } from './analytics.native';
import { mixpanel } from './mock-analytics';

export function refreshed() {
  track('Feed Refreshed');
  mixpanel.track('Feed Refreshed', { mocked: true });
}
