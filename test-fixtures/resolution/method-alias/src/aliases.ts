import mixpanel from 'mixpanel-browser';

export const track = mixpanel.track;
export const { identify } = mixpanel;
