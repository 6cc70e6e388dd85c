import mixpanel from 'mixpanel-browser';

export const track = (name: string, props?: Record<string, unknown>) => mixpanel.track(name, props);
