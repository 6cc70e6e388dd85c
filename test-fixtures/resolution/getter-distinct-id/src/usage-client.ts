import * as Mixpanel from 'mixpanel';

export class UsageClient {
  private client: Mixpanel.Mixpanel | undefined;
  private memberId: string | undefined;
  private installId: string = crypto.randomUUID();

  constructor() {
    this.client = this.open(process.env.MIXPANEL_TOKEN);
  }

  leave(): void {
    this.memberId = undefined;
    this.installId = crypto.randomUUID();
  }

  track(name: string, properties: Record<string, unknown>): void {
    this.client?.track(name, { distinct_id: this.distinctId, source: this.source, ...properties });
  }

  private get distinctId(): string {
    return this.memberId || this.installId;
  }

  private get source(): string {
    return 'desktop';
  }

  private open(token?: string): Mixpanel.Mixpanel | undefined {
    return token ? Mixpanel.init(token) : undefined;
  }
}
