import mixpanel from 'mixpanel-browser';

export function upgrade(companyId: string, seats: number) {
  mixpanel.set_group('company', companyId);
  mixpanel.get_group('company', companyId).set({ seats, plan: 'team' });
  mixpanel.track_with_groups('Company Upgraded', { seats }, { company: companyId });
}
