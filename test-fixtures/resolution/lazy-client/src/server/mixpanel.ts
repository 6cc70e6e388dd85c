import Mixpanel from 'mixpanel';

let client: Mixpanel.Mixpanel | null = null;

export function getMixpanel(): Mixpanel.Mixpanel {
  if (client === null) {
    client = Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '');
  }
  return client;
}
