import mixpanel from 'mixpanel-browser';

/** The id is the user's UUID and nothing else. */
export function identifyUser(userId: string): void {
  mixpanel.identify(userId);
}

export function forgetUser(): void {
  mixpanel.reset();
}
