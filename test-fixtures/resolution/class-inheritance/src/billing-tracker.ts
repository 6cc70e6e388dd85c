import { BaseTracker } from './base-tracker';

export class BillingTracker extends BaseTracker {
  protected readonly area = 'billing';

  track(action: string, props?: Record<string, unknown>) {
    super.send(`Billing ${action}`, props);
  }

  invoiceOpened(count: number) {
    this.send('Invoice Opened', { count });
  }
}
