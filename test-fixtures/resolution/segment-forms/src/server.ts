import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: 'not-a-real-key' });

export function subscribed(userId: string, plan: string) {
  analytics.track({ userId, event: 'Subscription Started', properties: { plan } });
  analytics.identify({ userId, traits: { plan } });
}
