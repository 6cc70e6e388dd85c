export { trackHrisCsvValidated, trackHrisSyncCompleted } from './hris.js';
export { trackApiKeyUsed, trackSlackInstalled } from './integrations.js';
export { trackOrganizationCreated } from './organizations.js';
export { trackSurveyClosed, trackSurveyCreated, trackSurveyReminderSent } from './surveys.js';
