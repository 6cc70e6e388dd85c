import mixpanel from 'mixpanel-browser';
import { AnalyticsEvents } from '@acme/shared-events';

export const followed = () => mixpanel.track(AnalyticsEvents.FOLLOWED, { source: 'profile' });
