import { Tracking } from './mixpanel-wrapper';

export function sent(currency: string) {
  void Tracking.event('Transfer Sent', { currency });
}
