import mixpanel from 'mixpanel-browser';

export const trackStep = (step: string) => mixpanel.track(`Sign Up ${step}`);
