import mixpanel from 'mixpanel-browser';

export const capture = (name: string, properties?: Record<string, unknown>) => {
  mixpanel.track(name, properties);
};
