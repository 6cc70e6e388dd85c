import mixpanel from 'mixpanel-browser';

type Props = Record<string, string | number | boolean>;

export function trackEvent(name: string, props: Props = {}) {
  if (process.env.NODE_ENV !== 'production') return;
  mixpanel.track(name, props);
}

export const identifyUser = (id: string) => mixpanel.identify(id);
