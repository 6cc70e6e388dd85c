import mixpanel from 'mixpanel-browser';

export default class Tracker {
  private static instance: Tracker | null = null;

  static getInstance(): Tracker {
    if (!Tracker.instance) {
      Tracker.instance = new Tracker();
    }
    return Tracker.instance;
  }

  log(name: string, props?: Record<string, unknown>) {
    mixpanel.track(name, props);
  }
}
