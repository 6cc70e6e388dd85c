export interface EventMap {
  'Invite Sent': { role: string };
  'Invite Accepted': { days: number };
}
