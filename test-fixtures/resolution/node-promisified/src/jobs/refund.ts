import { setPeople, trackAsync } from '../async-mixpanel';

export async function refund(userId: string, cents: number): Promise<void> {
  await trackAsync('Refund Issued', { distinct_id: userId, cents });
  await setPeople(userId, { refunded: true });
}
