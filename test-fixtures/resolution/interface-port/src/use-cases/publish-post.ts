import type { AnalyticsPort } from '../ports/analytics-port';

export class PublishPost {
  constructor(private readonly analytics: AnalyticsPort) {}

  execute(words: number) {
    this.analytics.record('Post Published', { words });
  }
}
