export const MixPanelEvent = {
  SURVEY_CREATED: 'svc.surveys.created',
  SURVEY_REMINDER_SENT: 'svc.surveys.reminder_sent',
  SURVEY_CLOSED: 'svc.surveys.closed',
  SURVEY_EXPORT_FAILED: 'svc.surveys.export.error',
  HRIS_CSV_VALIDATED: 'svc.hris.csv_validated',
  HRIS_SYNC_COMPLETED: 'svc.hris.sync_completed',
  ORGANIZATION_CREATED: 'svc.organizations.created',
  ORGANIZATION_ARCHIVED: 'svc.organizations.archived',
  SLACK_INSTALLED: 'svc.slack.installed',
  API_KEY_USED: 'svc.api_keys.used',
} as const;

export type MixPanelEvent = (typeof MixPanelEvent)[keyof typeof MixPanelEvent];
