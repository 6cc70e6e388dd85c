import mixpanel from 'mixpanel-browser';

export default {
  set(props) {
    mixpanel.people.set(props);
  },
};
