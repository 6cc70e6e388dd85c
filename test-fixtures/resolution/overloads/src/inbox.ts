import { track } from './track';

export function opened(unread: number) {
  track('Inbox Opened', { unread });
  track({ event: 'Inbox Sorted', properties: { by: 'date' } });
}
