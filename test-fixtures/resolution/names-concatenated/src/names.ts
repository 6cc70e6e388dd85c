import mixpanel from 'mixpanel-browser';

const DOMAIN = 'invoice';
const ACTIONS = { SENT: 'sent' };

export function send() {
  mixpanel.track(DOMAIN + '.' + ACTIONS.SENT);
  mixpanel.track(`${DOMAIN}.${ACTIONS.SENT}.error`);
  mixpanel.track('invoice'.concat('.viewed'));
  mixpanel.track(`${DOMAIN}.paid`.toUpperCase());
}
