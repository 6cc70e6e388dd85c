import mixpanel from 'mixpanel-browser';

export const analyticsMiddleware = () => (next) => (action) => {
  const { meta } = action;
  if (meta && meta.analytics) {
    const { event, ...properties } = meta.analytics;
    mixpanel.track(event, properties);
  }
  return next(action);
};
