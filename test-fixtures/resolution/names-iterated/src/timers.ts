import mixpanel from 'mixpanel-browser';

const TIMED = ['Export Done', 'Import Done'] as const;

export function startTimers() {
  TIMED.forEach((name) => mixpanel.time_event(name));
  for (const name of TIMED) {
    mixpanel.track(name);
  }
}
