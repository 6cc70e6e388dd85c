import { events, orderCompleted } from './events/order-completed';

export function done(total: number) {
  orderCompleted({ total, currency: 'EUR' });
  events.orderCancelled('out of stock');
}
