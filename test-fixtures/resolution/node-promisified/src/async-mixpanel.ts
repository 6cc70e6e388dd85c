import { promisify } from 'node:util';
import Mixpanel from 'mixpanel';

const mixpanel = Mixpanel.init('0123456789abcdef0123456789abcdef');

export const trackAsync = promisify(mixpanel.track).bind(mixpanel);
export const setPeople = promisify(mixpanel.people.set.bind(mixpanel.people));
