const HEADERS = { authorization: `Basic ${process.env.MIXPANEL_SERVICE_ACCOUNT}` };

export async function funnel(id: number) {
  const response = await fetch(`https://mixpanel.com/api/query/funnels?funnel_id=${id}`, { headers: HEADERS });
  return response.json();
}

export const exported = () => fetch('https://data.mixpanel.com/api/2.0/export?from_date=2026-01-01', { headers: HEADERS });
