import { AnalyticsBrowser } from '@segment/analytics-next';

export const analytics = AnalyticsBrowser.load({ writeKey: 'not-a-real-key' });

export function opened(id: string) {
  analytics.track('Article Opened', { article_id: id });
  analytics.page('Article');
  analytics.page('Docs', 'Article', { depth: 3 });
  analytics.page({ depth: 1 });
  analytics.identify(id, { plan: 'free' });
  analytics.identify({ plan: 'free' });
  analytics.group('team-1', { seats: 5 });
}
