import mixpanel from 'mixpanel-browser';
import { track } from '@/analytics/track';
import type { TeamFlowUser } from '@/session/user';

export async function deleteAccount(user: TeamFlowUser): Promise<void> {
  await fetch('/api/me', { method: 'DELETE' });
  try {
    mixpanel.people.delete_user();
    track('Account Deleted', { plan_type: user.planType });
  } catch (error) {
    console.error('could not forget', user.email, error);
  }
}
