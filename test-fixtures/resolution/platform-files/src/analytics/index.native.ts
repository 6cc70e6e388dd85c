import { Mixpanel } from 'mixpanel-react-native';

const client = new Mixpanel('0123456789abcdef0123456789abcdef', true);

export const track = (name: string, props?: object) => client.track(name, { ...props, platform: 'native' });
