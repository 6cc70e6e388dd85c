import mixpanel from 'mixpanel-browser';

export const trackBoth = (section: string, action: string) => mixpanel.track([section, action].join('_'));
