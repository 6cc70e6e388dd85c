import { Names, trackTicket, trackView } from './analytics';

export function open(id: string, isNew: boolean) {
  trackTicket({ name: Names.opened, data: { id } });
  trackTicket({ name: 'assign' });
  trackTicket({ name: isNew ? Names.opened : Names.closed });
}

export function view() {
  trackView({ page: 'tickets' });
  trackView({ name: 'Archive Viewed', page: 'archive' });
}
