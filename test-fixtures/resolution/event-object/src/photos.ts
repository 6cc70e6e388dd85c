import { AnalyticsEvent } from './analytics-event';

export function cropped(ratio: string) {
  new AnalyticsEvent('Photo Cropped', { ratio }).send();
  const event = new AnalyticsEvent('Photo Saved');
  event.send();
}
