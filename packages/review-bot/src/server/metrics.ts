import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { QueueStats } from '../queue/queue.js';

/** Records what happens, for `/metrics`. Times are seconds. */
export interface Metrics {
  /** A delivery was answered. `event` is GitHub's name, or `unverified` before the signature was right. */
  webhook(event: string, status: number, seconds: number): void;
  /** An attempt at a job ended. */
  job(kind: string, outcome: string, seconds: number): void;
  /** What GitHub's headers say of the requests that an installation has left in this hour. */
  requestsRemaining(installation: number, remaining: number): void;
  limitHit(kind: 'primary' | 'secondary'): void;
  /** A request that creates content was granted by the budget. */
  contentRequest(purpose: 'check' | 'comment'): void;
}

/** The metrics with their text in Prometheus's format. */
export interface MetricsPage extends Metrics {
  readonly contentType: string;
  text(): Promise<string>;
}

const PREFIX = 'tracklint_';
const JOB_SECONDS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];
/** 0.2 is what is promised for the 99th percentile. */
const ACKNOWLEDGEMENT_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 5, 10];

/** @param stats asked at every scrape; its gauges are left out while it fails, so that the rest can still be read */
export function createMetrics(stats: () => Promise<QueueStats>): MetricsPage {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const gauge = (name: string, help: string) => new Gauge({ name: PREFIX + name, help, registers });
  const waiting = gauge('queue_waiting_jobs', 'Jobs that wait, for their turn or for a time.');
  const active = gauge('queue_active_jobs', 'Jobs that are being worked on, by all workers.');
  const age = gauge(
    'queue_oldest_waiting_seconds',
    'How long the job has been ready that is ready the longest.',
  );

  const jobs = new Histogram({
    name: `${PREFIX}job_seconds`,
    help: 'How long attempts at jobs took.',
    labelNames: ['kind', 'outcome'],
    buckets: JOB_SECONDS,
    registers,
  });
  const webhooks = new Counter({
    name: `${PREFIX}webhooks_total`,
    help: 'Deliveries by event and by the status they were answered with.',
    labelNames: ['event', 'status'],
    registers,
  });
  const acknowledgements = new Histogram({
    name: `${PREFIX}webhook_acknowledgement_seconds`,
    help: 'From the headers of a delivery to its answer.',
    buckets: ACKNOWLEDGEMENT_SECONDS,
    registers,
  });
  const remaining = new Gauge({
    name: 'github_requests_remaining',
    help: 'Requests that GitHub allows an installation until the end of its hour.',
    labelNames: ['installation'],
    registers,
  });
  const limits = new Counter({
    name: 'github_limit_hits_total',
    help: 'Requests that GitHub refused because of a rate limit.',
    labelNames: ['kind'],
    registers,
  });
  const content = new Counter({
    name: 'github_content_requests_total',
    help: 'Requests that create content and were granted by the budget.',
    labelNames: ['purpose'],
    registers,
  });
  // Known from the start, so that an alert on their growth sees the first one.
  for (const kind of ['primary', 'secondary'] as const) limits.inc({ kind }, 0);

  return {
    webhook: (event, status, seconds) => {
      webhooks.inc({ event, status });
      if (status < 300) acknowledgements.observe(seconds);
    },
    job: (kind, outcome, seconds) => jobs.observe({ kind, outcome }, seconds),
    requestsRemaining: (installation, count) => remaining.set({ installation }, count),
    limitHit: (kind) => limits.inc({ kind }),
    contentRequest: (purpose) => content.inc({ purpose }),
    contentType: registry.contentType,
    text: async () => {
      try {
        const now = await stats();
        waiting.set(now.waiting);
        active.set(now.active);
        age.set(now.oldestWaitingSeconds);
      } catch {
        for (const one of [waiting, active, age]) one.set(Number.NaN);
      }
      return registry.metrics();
    },
  };
}
