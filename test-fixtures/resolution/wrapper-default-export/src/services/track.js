import mixpanel from 'mixpanel-browser';

export default (name, props) => {
  mixpanel.track(name, props);
};
