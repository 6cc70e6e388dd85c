import { Mixpanel } from 'mixpanel-react-native';

let client: Mixpanel | undefined;

async function guard(use: (client: Mixpanel) => void | Promise<void>) {
  try {
    if (!client) {
      client = new Mixpanel('0123456789abcdef0123456789abcdef', false);
      await client.init();
    }
    await use(client);
  } catch (error) {
    console.warn('analytics', error);
  }
}

export const Tracking = {
  event(name: string, properties: Record<string, unknown> = {}) {
    return guard(async (mixpanel) => mixpanel.track(name, properties));
  },
};
