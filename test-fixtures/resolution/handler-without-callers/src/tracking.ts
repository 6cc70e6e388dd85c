import mixpanel from 'mixpanel-browser';

/** Wrappers that nothing calls: there is nothing that they send. */
export const remember = (id: string): void => mixpanel.identify(id);

export function report(name: string, properties: object): void {
  mixpanel.track(name, properties);
  window.gtag('event', name, properties);
}

export const reportTab = (tab: string): void => mixpanel.track('Tab: ' + tab);
