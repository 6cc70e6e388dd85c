const SERVICE_ACCOUNT = 'teamflow-reports.example.mp-service-account';
const SERVICE_ACCOUNT_SECRET = 'not-a-real-secret-for-the-sample';

/** Asks Mixpanel's query API how often an event was sent. */
export async function loadUsage(event: string): Promise<unknown> {
  const response = await fetch(`https://eu.mixpanel.com/api/query/events?event=${encodeURIComponent(event)}`, {
    headers: { authorization: `Basic ${btoa(`${SERVICE_ACCOUNT}:${SERVICE_ACCOUNT_SECRET}`)}` },
  });
  return response.json();
}
