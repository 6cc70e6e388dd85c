import mixpanel from 'mixpanel-browser';

export const track = (event: string, properties?: object) => mixpanel.track(event, properties);
