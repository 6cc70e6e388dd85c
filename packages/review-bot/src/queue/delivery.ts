import { jobId } from './job-id.js';
import type { Job } from './job.js';

/** The jobs that follow from one webhook. */
export interface Delivery {
  /** GitHub's id, the same when it is delivered again. */
  readonly id: string;
  readonly jobs: readonly Job[];
}

/** The jobs of all, in order. A delivery that is there twice counts once: which of two equal ids a statement takes is open. */
export function jobsById(deliveries: readonly Delivery[]): ReadonlyMap<string, Job> {
  const jobs = new Map<string, Job>();
  for (const { id: delivery, jobs: all } of deliveries) {
    for (const [index, job] of all.entries()) {
      const id = jobId(delivery, index);
      if (!jobs.has(id)) jobs.set(id, job);
    }
  }
  return jobs;
}
