import Mixpanel from 'mixpanel';

const mixpanel = Mixpanel.init('token');

export async function POST(request: Request) {
  const { event, plan } = await request.json();
  mixpanel.track(event, { plan, distinct_id: 'u' });
  return Response.json({ ok: true });
}
