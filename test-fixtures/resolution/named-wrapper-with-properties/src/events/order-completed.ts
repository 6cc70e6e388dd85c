import mixpanel from 'mixpanel-browser';

export interface OrderCompleted {
  total: number;
  currency: string;
}

export function orderCompleted(props: OrderCompleted) {
  mixpanel.track('Order Completed', props);
}

export const events = {
  orderCancelled: (reason: string) => mixpanel.track('Order Cancelled', { reason }),
};
