import mixpanel from 'mixpanel-browser';
import { describeOrder } from './describe-order';

export function placed(order: { id: string; lines: unknown[] }) {
  mixpanel.track('Order Placed', { ...describeOrder(order), channel: 'web' });
  mixpanel.track('Order Confirmed', describeOrder(order));
}
