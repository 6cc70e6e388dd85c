import mixpanel from 'mixpanel-browser';

const NAMES = { open: 'Panel Opened', close: 'Panel Closed' } as const;

export function trackAction(action: keyof typeof NAMES, panel: string) {
  mixpanel.track(NAMES[action], { panel });
}
