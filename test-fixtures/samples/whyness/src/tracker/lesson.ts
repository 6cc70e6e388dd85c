import { sendRows } from '../mixpanel/batch.js';

/** The new way: rows first, a batch every minute. */
export class LessonTracker {
  private readonly rows: Parameters<typeof sendRows>[0][number][] = [];

  opened(id: string, userId: string): void {
    this.rows.push({ id, userId, item: 'lesson_opened', at: Date.now() });
  }

  flush(): void {
    sendRows(this.rows.splice(0, 2000));
  }
}
