import mixpanel from 'mixpanel-browser';

export const track = (name: string, props?: object) => mixpanel.track(name, { ...props, platform: 'web' });
