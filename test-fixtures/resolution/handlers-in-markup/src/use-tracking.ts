import mixpanel from 'mixpanel-browser';

export const useTracking = () => ({
  track: (name: string, properties: Record<string, unknown> = {}) => mixpanel.track(name, properties),
});
