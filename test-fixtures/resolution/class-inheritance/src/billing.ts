import { BillingTracker } from './billing-tracker';

const tracker = new BillingTracker();

export const cardAdded = (brand: string) => tracker.track('Card Added', { brand });
