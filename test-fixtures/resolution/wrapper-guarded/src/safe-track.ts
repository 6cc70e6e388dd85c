import mixpanel from 'mixpanel-browser';

export function safeTrack(name: string, props?: Record<string, unknown>) {
  try {
    mixpanel.track(name, props);
  } catch (error) {
    console.warn('analytics failed', error);
  }
}

export function rawTrack(name: string) {
  mixpanel.track(name);
}
