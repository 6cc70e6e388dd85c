import { AnalyticsBrowser } from '@segment/analytics-next';

export const analytics = AnalyticsBrowser.load({ writeKey: 'not-a-real-key' });

export function opened(id: string) {
  analytics.track('Article Opened', { article_id: id });
  analytics.page('Article');
}
