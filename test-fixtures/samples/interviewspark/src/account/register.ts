import { MixpanelEvents } from '../analytics/event-names';
import { setPeople, trackEvent } from '../analytics/mixpanel-event';
import type { Account } from './account';

export async function afterRegistration(account: Account): Promise<void> {
  await trackEvent(MixpanelEvents.UserRegistration, {
    user_Name: account.username,
    first_Name: account.firstName,
    last_Name: account.lastName,
  });
  await setPeople({
    $first_name: account.firstName,
    $last_name: account.lastName,
    $email: account.email,
    user_name: account.username,
    address_line1: account.addressLine1,
    address_line2: account.addressLine2,
    city: account.city,
    contact: account.mobileNumber,
    country: account.country,
    postal_code: account.postalCode,
    state: account.state,
    is_public: account.isPublic,
    user_industry: account.industry,
    user_dream_job: account.dreamJob,
    user_plan: account.plan,
    user_plan_status: account.planStatus,
  });
}

export const afterLogin = (): Promise<void> => trackEvent(MixpanelEvents.UserLogin, { desc: 'Login' });
export const afterLogout = (): Promise<void> => trackEvent(MixpanelEvents.UserLogin, { desc: 'Logout' });
