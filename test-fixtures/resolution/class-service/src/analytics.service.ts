import Mixpanel, { type Mixpanel as Client } from 'mixpanel';

export class AnalyticsService {
  private readonly client: Client;

  constructor(token: string) {
    this.client = Mixpanel.init(token);
  }

  public capture(userId: string, event: string, properties: Record<string, unknown> = {}): void {
    this.client.track(event, { distinct_id: userId, ...properties });
  }

  public profile = (userId: string, properties: Record<string, unknown>): void => {
    this.client.people.set(userId, properties);
  };
}

export const analytics = new AnalyticsService(process.env.MIXPANEL_TOKEN ?? '');
