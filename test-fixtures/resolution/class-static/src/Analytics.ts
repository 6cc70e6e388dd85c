import mixpanel from 'mixpanel-browser';

export class Analytics {
  static readonly source = 'dashboard';

  static track(name: string, props: Record<string, unknown> = {}) {
    mixpanel.track(name, { ...props, source: Analytics.source });
  }

  static setUser(id: string) {
    this.identify(id);
  }

  private static identify(id: string) {
    mixpanel.identify(id);
  }
}
