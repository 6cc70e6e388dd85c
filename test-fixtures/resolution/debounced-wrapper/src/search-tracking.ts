import debounce from 'lodash/debounce';
import mixpanel from 'mixpanel-browser';

export const trackSoon = debounce((name: string, props: object) => {
  mixpanel.track(name, props);
}, 300);
