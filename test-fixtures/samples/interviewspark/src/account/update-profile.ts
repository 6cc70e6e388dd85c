import { MixpanelEvents } from '../analytics/event-names';
import { setPeople, trackEvent } from '../analytics/mixpanel-event';
import type { Account } from './account';

export async function saveProfile(account: Account): Promise<void> {
  await fetch('/profile', { method: 'PUT', body: JSON.stringify(account) });
  void trackEvent(MixpanelEvents.UserProfileUpdate, { action: 'Update_Profile' });
  void setPeople({ ...account });
}

export async function togglePublic(account: Account): Promise<void> {
  void trackEvent(MixpanelEvents.UserProfileUpdate, {
    action: 'Toggle_Profile_Public_Status',
    is_public: !account.isPublic,
  });
}

export function passwordChanged(): void {
  void trackEvent(MixpanelEvents.UserProfileUpdate, { action: 'Change_Password' });
}
