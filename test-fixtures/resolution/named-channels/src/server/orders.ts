import { bus, jobs } from './bus';

export function place(id: string) {
  bus.emit('track', 'Order Placed', { id });
  bus.emit('placed', 'Order Confirmed', { id });
  jobs.emit('track', 'Job Queued', { id });
}
