import { init } from 'mixpanel';

const client = init('0123456789abcdef0123456789abcdef');

export const track = (event: string, properties: Record<string, unknown>): Promise<void> =>
  new Promise((resolve, reject) => {
    client.track(event, properties, (error) => (error ? reject(error) : resolve()));
  });
