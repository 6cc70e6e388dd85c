import mixpanel from 'mixpanel-browser';

interface Options {
  event: string;
  properties?: Record<string, unknown>;
}

export function track(name: string, properties?: Record<string, unknown>): void;
export function track(options: Options): void;
export function track(first: string | Options, second?: Record<string, unknown>): void {
  if (typeof first === 'string') {
    mixpanel.track(first, second);
  } else {
    mixpanel.track(first.event, first.properties);
  }
}
