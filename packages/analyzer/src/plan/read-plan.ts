import { createPlanReader } from './plan-reader.js';
import { readDocument } from './read-document.js';

/**
 * The tracking plan of a repository: the file that the configuration names, otherwise the files that are plans by
 * convention. Nothing is executed. Null if there is no plan, which is a normal state.
 * @throws {PlanError} if the configured plan is missing, or a plan cannot be parsed or is not valid.
 */
export const readPlan = createPlanReader(readDocument);
