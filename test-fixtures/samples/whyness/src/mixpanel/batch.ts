import Mixpanel from 'mixpanel';
import { logFailure } from './log.js';

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '', { secret: process.env.MIXPANEL_API_SECRET });

export interface TrackerRow {
  readonly id: string;
  /** UUID. */
  readonly userId: string;
  readonly item: 'lesson_opened' | 'lesson_finished' | 'mail_clicked';
  /** Unix milliseconds. */
  readonly at: number;
}

/** Sends what the tracker tables hold, at most 2,000 rows for each request. */
export function sendRows(rows: readonly TrackerRow[]): void {
  try {
    mixpanel.import_batch(
      rows.map((row) => ({
        event: row.item,
        properties: { time: row.at, distinct_id: row.userId, $insert_id: row.id, platform: 'api' },
      })),
      (errors) => {
        if (errors) void logFailure(rows[0]?.id ?? '', 0, `${errors.length} rows`);
      },
    );
  } catch (error) {
    console.error('batch failed', rows.length, error instanceof Error ? error.name : 'unknown');
  }
}
