import mixpanel from 'mixpanel-browser';

export function startSession(userId: string, traits: Record<string, unknown>, event: string) {
  mixpanel.identify(userId);
  mixpanel.people.set(traits);
  mixpanel.track(event, { returning: true });
}
