import mixpanel from 'mixpanel-browser';

export function record(name: string, properties: Record<string, unknown>) {
  mixpanel.track(name, properties);
}
