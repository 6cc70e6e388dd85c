import { Mixpanel } from './mixpanel';

export function finish(steps: number) {
  Mixpanel.identify(localStorage.getItem('user_id') ?? '');
  Mixpanel.track('Onboarding Finished', { steps });
  Mixpanel.people.set({ onboarded: true });
}
