/**
 * svc-backend, a sample application.
 *
 * A back end for employee surveys with an analytics module in seven steps:
 *
 * 1. analytics/constants.ts   event names, `svc.{object}.{action}[.error]`
 * 2. analytics/schemas.ts     a zod schema per event
 * 3. analytics/registry.ts    name → schema
 * 4. analytics/service/       one helper per event, grouped by domain
 * 5. analytics/service/index.ts exports the helpers
 * 6. tests (left out of the sample)
 * 7. call sites in api/ and jobs/
 *
 * Surveys and HRIS are mostly right; organizations, integrations, api/ and jobs/ show what a review is for.
 */
import express from 'express';
import { surveyRoutes } from './api/surveys.js';

const app = express();
app.use(express.json());
app.use('/surveys', surveyRoutes);
app.listen(8080);
