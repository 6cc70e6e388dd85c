import Mixpanel from 'mixpanel';

const client = Mixpanel.init(process.env.TOKEN ?? '');

export const captureOnServer = (userId: string, name: string) => client.track(name, { distinct_id: userId });
