import Mixpanel from 'mixpanel';
import { bus } from './bus';

const client = Mixpanel.init('0123456789abcdef0123456789abcdef');

bus.on('track', (name: string, properties: Record<string, unknown>) => client.track(name, properties));
