import type { App } from 'vue';
import mixpanel from 'mixpanel-browser';

interface Tracking {
  trackEvent: (name: string, properties?: Record<string, unknown>) => void;
  forget: () => void;
}

export const TrackingPlugin = {
  install(app: App) {
    const tracking: Tracking = {
      trackEvent(name, properties = {}) {
        mixpanel.track(name, { platform: 'web', ...properties });
      },
      forget() {
        mixpanel.reset();
      },
    };
    app.config.globalProperties.$mixpanel = tracking;
  },
};
