import mixpanel from 'mixpanel-browser';

const analytics = {};

analytics.track = function (name, props) {
  mixpanel.track(name, props);
};

analytics.identify = (id) => mixpanel.identify(id);

export default analytics;
