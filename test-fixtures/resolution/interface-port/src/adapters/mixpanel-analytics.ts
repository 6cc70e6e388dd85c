import mixpanel from 'mixpanel-browser';
import type { AnalyticsPort } from '../ports/analytics-port';

export class MixpanelAnalytics implements AnalyticsPort {
  record(event: string, properties?: Record<string, unknown>) {
    mixpanel.track(event, properties);
  }
}
