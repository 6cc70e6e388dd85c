import mixpanel from 'mixpanel-browser';

// Nuxt imports nothing from here.
export const trackOther = (name: string) => mixpanel.track(name);
