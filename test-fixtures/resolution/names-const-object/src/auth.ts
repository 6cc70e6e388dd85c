import mixpanel from 'mixpanel-browser';
import { DELETE_ACCOUNT, EVENTS, FROZEN } from './constants/events';
import * as names from './constants/events';

const { LOGIN } = EVENTS.AUTH;

export function all() {
  mixpanel.track(EVENTS.SIGN_UP);
  mixpanel.track(LOGIN);
  mixpanel.track(EVENTS['AUTH']['LOGIN']);
  mixpanel.track(FROZEN.LOGOUT);
  mixpanel.track(DELETE_ACCOUNT);
  mixpanel.track(names.EVENTS.SIGN_UP);
}
