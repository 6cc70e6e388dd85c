import { Mixpanel } from 'mixpanel-react-native';

const trackAutomaticEvents = false;
export const mixpanel = new Mixpanel('0123456789abcdef0123456789abcdef', trackAutomaticEvents);

export const start = () => mixpanel.init();
