import mixpanel from 'mixpanel-browser';

const steps = [
  { id: 'plan', event: 'Wizard Plan Chosen' },
  { id: 'team', event: 'Wizard Team Invited' },
];

export function leave(index: number) {
  mixpanel.track(steps[index].event, { index });
  for (const step of steps) mixpanel.time_event(step.event);
}
