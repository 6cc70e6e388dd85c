import mixpanel from 'mixpanel-browser';

export const trackEvent = (name, props) => () => {
  mixpanel.track(name, props);
};
