import { analytics, AnalyticsService } from './analytics.service';

export function shipped(userId: string, carrier: string) {
  analytics.capture(userId, 'Order Shipped', { carrier });
  analytics.profile(userId, { last_carrier: carrier });
  new AnalyticsService('0123456789abcdef0123456789abcdef').capture(userId, 'Order Packed');
}
