import { MixPanelEvent } from './constants.js';
import {
  apiKeyUsedSchema,
  hrisCsvValidatedSchema,
  hrisSyncCompletedSchema,
  organizationArchivedSchema,
  organizationCreatedSchema,
  slackInstalledSchema,
  surveyClosedSchema,
  surveyCreatedSchema,
  surveyExportFailedSchema,
  surveyReminderSentSchema,
} from './schemas.js';

export const EVENT_REGISTRY = {
  [MixPanelEvent.SURVEY_CREATED]: surveyCreatedSchema,
  [MixPanelEvent.SURVEY_REMINDER_SENT]: surveyReminderSentSchema,
  [MixPanelEvent.SURVEY_CLOSED]: surveyClosedSchema,
  [MixPanelEvent.SURVEY_EXPORT_FAILED]: surveyExportFailedSchema,
  [MixPanelEvent.HRIS_CSV_VALIDATED]: hrisCsvValidatedSchema,
  [MixPanelEvent.HRIS_SYNC_COMPLETED]: hrisSyncCompletedSchema,
  [MixPanelEvent.ORGANIZATION_CREATED]: organizationCreatedSchema,
  [MixPanelEvent.ORGANIZATION_ARCHIVED]: organizationArchivedSchema,
  [MixPanelEvent.SLACK_INSTALLED]: slackInstalledSchema,
  [MixPanelEvent.API_KEY_USED]: apiKeyUsedSchema,
} as const;
