import mixpanel from 'mixpanel-browser';

export function emit(name: string, data?: Record<string, unknown>) {
  mixpanel.track(name, data);
}
