import 'server-only';
import Mixpanel from 'mixpanel';

const globalForMixpanel = globalThis as unknown as { mixpanel?: Mixpanel.Mixpanel };

export const mixpanel = globalForMixpanel.mixpanel ?? Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '');

if (process.env.NODE_ENV !== 'production') globalForMixpanel.mixpanel = mixpanel;
