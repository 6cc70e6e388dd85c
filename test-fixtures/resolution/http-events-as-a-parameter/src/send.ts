interface Sent {
  readonly event: string;
  readonly properties: Record<string, unknown>;
}

const ADDRESS = 'https://api-js.mixpanel.com/track/?verbose=1';

const post = (events: Sent[]) =>
  fetch(ADDRESS, { method: 'POST', body: new URLSearchParams({ data: JSON.stringify(events) }) });

const postOne = (entry: Sent) => fetch(ADDRESS, { method: 'POST', body: JSON.stringify(entry) });

export const createSender = (source: string) => ({
  track(event: string, properties: Record<string, unknown> = {}) {
    void post([{ event, properties: { ...properties, source } }]);
  },
  single(event: string) {
    void postOne({ event, properties: { source } });
  },
});
