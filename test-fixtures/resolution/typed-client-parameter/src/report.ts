import type { Mixpanel } from 'mixpanel';

export function reportUsage(client: Mixpanel, accountId: string, bytes: number) {
  client.track('Usage Reported', { distinct_id: accountId, bytes });
}
