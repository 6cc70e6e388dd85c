import Mixpanel from 'mixpanel';

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '');

export async function audit(actorId: string, action: string, details: Record<string, unknown>) {
  const enriched = { ...details, distinct_id: actorId, env: process.env.NODE_ENV };
  await Promise.resolve();
  mixpanel.track(`Audit: ${action}`, enriched);
}
