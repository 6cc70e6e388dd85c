interface MixpanelEvent {
  event: string;
  properties: Record<string, unknown>;
}

const ENDPOINT = 'https://api-eu.mixpanel.com/track?verbose=1';

export async function sendEvent(event: string, properties: Record<string, unknown>): Promise<boolean> {
  const payload: MixpanelEvent = { event, properties: { ...properties, platform: 'api' } };
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([payload]),
  });
  return response.ok;
}
