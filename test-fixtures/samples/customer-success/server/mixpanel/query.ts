import { basicAuth, type ServiceAccount } from './credentials.js';

const QUERY = 'https://mixpanel.com/api/query';
const EXPORT = 'https://data.mixpanel.com/api/2.0/export';

/** Events by day. 60 queries an hour is all that a project may ask. */
export async function eventCounts(account: ServiceAccount, event: string): Promise<unknown> {
  const url = `${QUERY}/events?project_id=${account.projectId}&event=${encodeURIComponent(JSON.stringify([event]))}`;
  const response = await fetch(url, { headers: { authorization: basicAuth(account) } });
  return response.json();
}

export async function funnel(account: ServiceAccount, id: number): Promise<unknown> {
  const url = `${QUERY}/funnels?project_id=${account.projectId}&funnel_id=${id}`;
  const response = await fetch(url, { headers: { authorization: basicAuth(account) } });
  return response.json();
}

/** Raw events, one JSON object a line. */
export async function exportEvents(account: ServiceAccount, from: string, to: string): Promise<string[]> {
  const response = await fetch(`${EXPORT}?from_date=${from}&to_date=${to}`, {
    headers: { authorization: basicAuth(account), accept: 'text/plain' },
  });
  return (await response.text()).split('\n');
}

/** Profiles by account, without the properties that name people. */
export async function profiles(account: ServiceAccount): Promise<unknown> {
  const response = await fetch(`${QUERY}/engage?project_id=${account.projectId}`, {
    method: 'POST',
    headers: { authorization: basicAuth(account), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ output_properties: JSON.stringify(['plan_type', 'role', '$last_seen']) }),
  });
  return response.json();
}
