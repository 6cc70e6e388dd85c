import mixpanel from 'mixpanel-browser';

const STEP_EVENTS = {
  profile: 'Profile Step Done',
  team: 'Team Step Done',
} as const;

export type Step = keyof typeof STEP_EVENTS;

export function stepDone(step: Step) {
  mixpanel.track(STEP_EVENTS[step], { step });
}
