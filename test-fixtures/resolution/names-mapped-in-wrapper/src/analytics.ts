import mixpanel from 'mixpanel-browser';
import { audit } from './audit';

export const Names = { opened: 'Ticket Opened', closed: 'Ticket Closed' } as const;

interface Payload {
  readonly name: string;
  readonly data?: Record<string, unknown>;
}

// Old names and those of another application become today's.
const CURRENT: Record<string, string> = {
  'Ticket Opened': 'Ticket Opened',
  TICKET_SHARED: 'Ticket Shared',
  ASSIGN: 'Ticket Assigned',
};

function currentName(name: string): string {
  if (!name) return name;
  const direct = CURRENT[name];
  if (direct) return direct;
  const upper = CURRENT[name.toUpperCase()];
  if (upper) return upper;
  return name;
}

class Manager {
  track(payload: Payload) {
    const named = { ...payload, name: currentName(payload.name), data: { ...payload.data, source: 'web' } };
    mixpanel.track(named.name, named.data);
    audit(named);
  }
}

const manager = new Manager();
export const trackTicket = (payload: Payload) => manager.track(payload);

/** The name that most callers mean is given by none of them. */
export const trackView = (options: { readonly name?: string; readonly page: string }) => {
  mixpanel.track(options.name ?? 'Page Viewed', { page: options.page });
};
