import mixpanel from 'mixpanel-browser';

export const trackClick =
  (name: string, handler?: () => void) =>
  () => {
    mixpanel.track(name, { interaction: 'click' });
    handler?.();
  };
