import mixpanel from 'mixpanel-browser';

export abstract class BaseTracker {
  protected abstract readonly area: string;

  protected send(action: string, props: Record<string, unknown> = {}) {
    mixpanel.track(action, { ...props, origin: 'app' });
  }
}
