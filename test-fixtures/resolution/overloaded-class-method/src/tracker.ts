import mixpanel from 'mixpanel-browser';

export class Tracker {
  event(name: string): void;
  event(name: string, properties: Record<string, unknown>): void;
  event(name: string, properties: Record<string, unknown> = {}): void {
    mixpanel.track(name, properties);
  }
}

export const tracker = new Tracker();
