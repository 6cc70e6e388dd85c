import client from 'mixpanel-browser';

/** Takes the SDK's name, so that callers need not know that events wait for consent. */
export const mixpanel = {
  track(name: string, props?: object) {
    if (localStorage.getItem('consent') === 'yes') client.track(`Web: ${name}`, props);
  },
  reset() {
    client.reset();
  },
};

export default mixpanel;
