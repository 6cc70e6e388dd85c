import mixpanel from 'mixpanel-browser';

export const tracking = {
  event(name, props) {
    mixpanel.track(name, props);
  },
};
