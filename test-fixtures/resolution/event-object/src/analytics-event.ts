import mixpanel from 'mixpanel-browser';

export class AnalyticsEvent {
  constructor(
    private readonly name: string,
    private readonly properties: Record<string, unknown> = {},
  ) {}

  send() {
    mixpanel.track(this.name, { ...this.properties, via: 'event' });
  }
}
