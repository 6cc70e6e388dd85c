import { getMixpanel } from '../mixpanel';

export default async function handler(req: { userId: string }, res: { status(code: number): void }) {
  getMixpanel().track('Export Requested', { distinct_id: req.userId, format: 'csv' });
  const mixpanel = getMixpanel();
  mixpanel.people.increment(req.userId, { exports: 1 });
  res.status(202);
}
