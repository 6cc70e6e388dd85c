import analytics from './analytics';

export function watched(seconds) {
  analytics.track('Video Watched', { seconds });
}
