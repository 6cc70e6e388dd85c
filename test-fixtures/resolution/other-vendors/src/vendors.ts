import mixpanel from 'mixpanel-browser';
import * as amplitude from '@amplitude/analytics-browser';
import posthog from 'posthog-js';
import { track as vercelTrack } from '@vercel/analytics';
import Braze from '@braze/web-sdk';

export function purchase(total: number) {
  amplitude.track('Purchased', { total });
  posthog.capture('Purchased', { total });
  vercelTrack('Purchased', { total });
  Braze.logCustomEvent('Purchased', { total });
  mixpanel.track('Purchase Made', { total });
}
