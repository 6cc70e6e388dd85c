import mixpanel from 'mixpanel-browser';

export function later(names: { label: string }[]) {
  setTimeout(() => mixpanel.track('Reminder Shown', { count: names.length }), 1000);
  requestIdleCallback(() => {
    mixpanel.track('Idle Reached');
  });
  void Promise.resolve().then(() => mixpanel.track('Queue Flushed'));
}
