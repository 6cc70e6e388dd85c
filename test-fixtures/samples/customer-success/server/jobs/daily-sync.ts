import { record } from '../analytics.js';
import { customers, type Customer } from '../customers.js';
import { serviceAccountFromEnvironment } from '../mixpanel/credentials.js';
import { eventCounts, exportEvents, funnel } from '../mixpanel/query.js';

export async function dailySync(now: Date): Promise<void> {
  const account = serviceAccountFromEnvironment();
  for (const customer of await customers.all()) {
    const events = await exportEvents(account, '2026-01-01', '2026-01-31');
    await eventCounts(account, 'login');
    await funnel(account, 123);
    await customers.saveMetrics(customer.id, { events: events.length, funnels: 1 });
    record('metrics_synced', `org_${customer.organization.id}`, {
      customer_id: customer.id,
      event_count: events.length,
      funnel_count: 1,
      is_cron_job: true,
      cron_execution_timestamp: now.getTime(),
    });
  }
}

export function syncedByHand(customer: Customer, events: number): void {
  record('metrics_synced', customer.organization.id, {
    customer_id: customer.id,
    event_count: String(events),
    synced_on: new Date().toISOString().split('T')[0],
  });
}
