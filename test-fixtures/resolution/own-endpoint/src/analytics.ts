export class Analytics {
  track(name: string, properties: Record<string, unknown>) {
    return fetch('/api/track', { method: 'POST', body: JSON.stringify({ event: name, properties }) });
  }
}

export const mixpanelLike = new Analytics();
