import { flush, trackAll } from './batch';

export function start() {
  trackAll(['App Opened', 'Menu Shown']);
  flush([{ event: 'Queue Sent', properties: { size: 1 } }]);
}
