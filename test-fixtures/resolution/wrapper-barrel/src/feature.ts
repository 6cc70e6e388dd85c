import { setUser, track, trackEvent } from './analytics';
import { analytics } from './index';

export function enable(flag: string) {
  track('Flag Enabled', { flag });
  trackEvent('Flag Saved', { flag });
  analytics.track('Flag Shown', { flag });
  setUser('u_1');
}
