import mixpanel from 'mixpanel-browser';
import { forgetUser, identifyUser } from '@/analytics/identity';
import { rememberVersion, updateContactCard, updateProfile } from '@/analytics/profile';
import { fetchUser } from './user';

export async function afterSignIn(): Promise<void> {
  const user = await fetchUser();
  identifyUser(user.id);
  updateProfile(user);
  rememberVersion('4.12.0');
}

/** Single sign-on came a year later and was written by somebody else. */
export async function afterSingleSignOn(): Promise<void> {
  const user = await fetchUser();
  mixpanel.identify(user.email);
  updateContactCard(user);
}

export function signOut(): void {
  forgetUser();
}
