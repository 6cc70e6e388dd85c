import Mixpanel from 'mixpanel';
import { logger } from '../logger.js';
import type { MixPanelEvent } from './constants.js';

const client = Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '', { host: 'api-eu.mixpanel.com' });

interface Message {
  readonly event: MixPanelEvent;
  readonly distinctId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Fire and forget: tracking never breaks business logic. Logs identifiers only. */
export function send({ event, distinctId, properties }: Message): void {
  try {
    client.track(event, { distinct_id: distinctId, ...properties });
  } catch (error) {
    logger.error({ event, distinctId, reason: error instanceof Error ? error.name : 'unknown' }, 'not tracked');
  }
}
