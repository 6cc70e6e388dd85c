import type { Request, Response } from 'express';
import Mixpanel from 'mixpanel';
import { record } from '../analytics.js';
import { customers } from '../customers.js';

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '');

export async function connect(req: Request, res: Response): Promise<void> {
  const customer = await customers.find(String(req.query.customer));
  await customers.connect(customer.id, String(req.query.project));
  record('integration_connected', res.locals.userId, { customer_id: customer.id, region: customer.region });
  res.sendStatus(204);
}

/** If the last line throws, the connection is undone although it was made. */
export async function reconnect(req: Request, res: Response): Promise<void> {
  const customer = await customers.find(String(req.query.customer));
  try {
    await customers.connect(customer.id, String(req.query.project));
    mixpanel.track('integration_connected', {
      distinct_id: customer.organization.id,
      customer_id: customer.id,
      region: customer.region,
      csm_email: customer.manager.email,
    });
  } catch (error) {
    await customers.removeMetrics(customer.id);
    throw error;
  }
  res.sendStatus(204);
}
