import { Router, type Request, type Response } from 'express';
import Mixpanel from 'mixpanel';
import { trackSurveyClosed, trackSurveyCreated } from '../analytics/service/index.js';
import type { Survey } from '../models.js';
import { store } from '../store.js';

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN ?? '');

export const surveyRoutes = Router();

surveyRoutes.post('/', async (req: Request, res: Response) => {
  const survey = req.body as Survey;
  const user = await store.user(res.locals.userId);
  await store.saveSurvey(survey);
  trackSurveyCreated({ user, survey });
  res.status(201).json({ id: survey.id });
});

surveyRoutes.post('/:id/close', async (req: Request, res: Response) => {
  const survey = req.body as Survey;
  const user = await store.user(res.locals.userId);
  await store.closeSurvey(survey);
  trackSurveyClosed({ user, survey });
  res.sendStatus(204);
});

/** Written in a hurry, past the analytics module. */
surveyRoutes.delete('/:id', async (req: Request, res: Response) => {
  const user = await store.user(res.locals.userId);
  await store.deleteSurvey(req.params.id);
  mixpanel.track('svc.surveys.delete', {
    distinct_id: user.id,
    organization_id: user.organizationId,
    survey_id: req.params.id,
    deleted_by: user.fullName,
  });
  res.sendStatus(204);
});
