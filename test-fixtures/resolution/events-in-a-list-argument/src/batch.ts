import mixpanel from 'mixpanel-browser';

interface Queued {
  readonly event: string;
  readonly properties: Record<string, unknown>;
}

export function trackAll(names: readonly string[]) {
  names.forEach((name) => mixpanel.track(name));
}

export function flush(queue: readonly Queued[]) {
  for (const item of queue) mixpanel.track(item.event, item.properties);
}
