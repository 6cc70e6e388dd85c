import mixpanel from 'mixpanel-browser';

export const trackerOf = (name: string) => mixpanel.track.bind(mixpanel, name);
