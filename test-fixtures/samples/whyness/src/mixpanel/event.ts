import { IMPORT_URL, MIXPANEL_SERVICE_ACCOUNT, MIXPANEL_SERVICE_PASSWORD } from './config.js';
import { logFailure } from './log.js';

export interface EventFields {
  readonly insertId: string;
  readonly event: string;
  /** Who did it. */
  readonly user: string;
  readonly ip: string;
  readonly useragent: string;
  readonly data: unknown;
  readonly time: Date;
}

const authorization = `Basic ${Buffer.from(`${MIXPANEL_SERVICE_ACCOUNT}:${MIXPANEL_SERVICE_PASSWORD}`).toString('base64')}`;

/** One event on its way to Mixpanel. */
export class Event {
  constructor(private readonly fields: EventFields) {}

  json() {
    const { insertId, event, user, ip, useragent, data, time } = this.fields;
    return {
      event,
      properties: {
        time: time.getTime(),
        distinct_id: user,
        $insert_id: insertId,
        ip,
        useragent,
        data,
      },
    };
  }

  async send(): Promise<void> {
    const response = await fetch(IMPORT_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify([this.json()]),
    });
    if (!response.ok) {
      console.error('mixpanel refused', JSON.stringify(this.json()));
      await logFailure(this.fields.insertId, response.status, await response.text());
    }
  }
}
