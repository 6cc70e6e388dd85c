import { createAnalytics } from './create-analytics';

const analytics = createAnalytics('0123456789abcdef0123456789abcdef', { channel: 'web' });
const { identify } = analytics;

export function boot() {
  identify(sessionStorage.getItem('user_id') ?? '');
  analytics.track('App Booted', { cold: true });
}
