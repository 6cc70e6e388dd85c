import mixpanel from 'mixpanel-browser';

const PREFIX = 'admin';

export function trackAdmin(name: string) {
  mixpanel.track(`${PREFIX}.${name}`);
}

export const trackFailure = (name: string, code: number) => mixpanel.track(name + ' Failed', { code });
