import Mixpanel from 'mixpanel';

const API_SECRET = 'example-secret-that-opens-nothing';

const importer = Mixpanel.init('00000000000000000000000000000000', { secret: API_SECRET });

/** Writes last year's syncs into the project. */
export function backfill(rows: readonly { readonly customerId: string; readonly day: Date }[]): void {
  for (const row of rows) {
    try {
      importer.import('metrics_synced', row.day, {
        distinct_id: `org_${row.customerId}`,
        customer_id: row.customerId,
        event_count: 0,
        funnel_count: 0,
      });
    } catch {
      console.error('not imported', row.customerId);
    }
  }
}
