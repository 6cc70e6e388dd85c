import { mixpanelLike } from './analytics';

export const used = () => mixpanelLike.track('Used', { note: 'goes to our own server, not to mixpanel.com' });
