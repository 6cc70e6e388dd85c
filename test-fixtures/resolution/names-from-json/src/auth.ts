import mixpanel from 'mixpanel-browser';
import names from './events.json';

export const signup = () => mixpanel.track(names.signup);
export const login = () => mixpanel.track(names.nested.login);
