import mixpanel from 'mixpanel-browser';

export function createAnalytics(token: string, context: Record<string, unknown>) {
  mixpanel.init(token);

  function track(name: string, props?: Record<string, unknown>) {
    mixpanel.track(name, { ...context, ...props });
  }

  return { track, identify: (id: string) => mixpanel.identify(id) };
}
