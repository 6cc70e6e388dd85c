export interface AnalyticsPort {
  record(event: string, properties?: Record<string, unknown>): void;
}
