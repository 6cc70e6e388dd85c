import mixpanel from 'mixpanel-browser';

export function track(...args: Parameters<typeof mixpanel.track>) {
  if (typeof window === 'undefined') return;
  mixpanel.track(...args);
}
