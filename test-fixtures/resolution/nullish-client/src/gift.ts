import { client, getClient } from './client';

export function sent(amount: number) {
  client?.track('Gift Sent', { amount });
  getClient()?.track('Gift Counted', { amount });
  if (!client) return;
  client.people.increment('gifts');
}
