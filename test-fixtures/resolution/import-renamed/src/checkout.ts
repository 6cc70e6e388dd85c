import mp from 'mixpanel-browser';
import { default as tracker } from 'mixpanel-browser';

export function completeCheckout(orderId: string, total: number) {
  mp.track('Checkout Completed', { order_id: orderId, total });
  tracker.people.increment('orders');
}
