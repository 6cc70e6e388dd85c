import Mixpanel from 'mixpanel';

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '');

export function backfill(userId: string, companyId: string, at: number) {
  mixpanel.import('Contract Signed', at, { distinct_id: userId, pages: 4 });
  mixpanel.track_batch([{ event: 'Seat Added', properties: { distinct_id: userId, seats: 1 } }, { event: 'Seat Removed', properties: { distinct_id: userId } }]);
  mixpanel.people.set(userId, { plan: 'pro', seats: 4 });
  mixpanel.people.set_once(userId, 'first_contract', at);
  mixpanel.groups.set('company', companyId, { size: 40 });
  mixpanel.alias(userId, `crm-${userId}`);
}
