import mixpanel from 'mixpanel-browser';

interface TrackOptions {
  name: string;
  properties?: Record<string, unknown>;
  userId?: string;
}

export function track({ name, properties = {} }: TrackOptions) {
  mixpanel.track(name, properties);
}

export function log(options: { event: string; data: Record<string, unknown> }) {
  mixpanel.track(options.event, options.data);
}
