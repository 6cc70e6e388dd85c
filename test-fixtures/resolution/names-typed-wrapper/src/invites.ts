import { track } from './analytics/track';

export const sent = (role: string) => track('Invite Sent', { role });
