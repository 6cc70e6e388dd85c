declare var mixpanel;

export class ConsentService {
  decide(choice: string) {
    if (typeof mixpanel === 'undefined') return;
    mixpanel.track('Consent Given', { choice });
    mixpanel.people.set({ consent: choice });
  }
}
