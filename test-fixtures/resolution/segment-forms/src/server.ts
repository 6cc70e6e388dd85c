import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: 'not-a-real-key' });

export function subscribed(userId: string, plan: string) {
  analytics.track({ userId, event: 'Subscription Started', properties: { plan } });
  analytics.identify({ userId, traits: { plan } });
  analytics.page({ userId, name: 'Plans', properties: { plan } });
  analytics.group({ userId, groupId: 'team-1', traits: { seats: 5 } });
  report('Subscription Reported', { plan });
}

function report(event: string, properties: object) {
  analytics.track({ anonymousId: 'a-1', event, properties });
}
