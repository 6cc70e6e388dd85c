import mixpanel from 'mixpanel-browser';

export const send = (name: string, props: Record<string, unknown>) => mixpanel.track(name, props);
