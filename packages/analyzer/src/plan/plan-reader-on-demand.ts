import type { Config } from '../config/config.js';
import type { Source } from '../source/source.js';
import { locatePlans, planForm } from './locate.js';
import { createPlanReader } from './plan-reader.js';
import type { ReadPlan } from './plan-reader.js';

/**
 * A reader for the plans of one tree. What reads documents is loaded only if one of the plans is a document, because
 * loading it takes longer than reviewing a small change.
 */
export async function loadPlanReader(source: Source, config: Config): Promise<ReadPlan> {
  const paths = config.plan === null ? locatePlans(source) : [config.plan.path];
  if (paths.some((path) => planForm(path) === 'document')) return (await import('./read-plan.js')).readPlan;
  return createPlanReader((path) => {
    throw new Error(`The plan ${path} appeared during the review.`);
  });
}
