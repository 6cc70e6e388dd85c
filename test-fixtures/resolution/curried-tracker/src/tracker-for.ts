import mixpanel from 'mixpanel-browser';

export const trackerFor = (screen: string) => (action: string, props: object = {}) =>
  mixpanel.track(`${screen} ${action}`, { ...props, screen });
