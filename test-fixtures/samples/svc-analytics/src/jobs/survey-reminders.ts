import { send } from '../analytics/client.js';
import { MixPanelEvent } from '../analytics/constants.js';
import { trackSurveyReminderSent } from '../analytics/service/index.js';
import { store } from '../store.js';

export async function sendReminders(now: Date): Promise<void> {
  for (const { survey, organization, waiting } of await store.dueSurveys()) {
    trackSurveyReminderSent({ organization, survey, recipientCount: waiting, cronExecutedAt: now });
  }
}

/** Says that the job ran; nobody looked at the plan. */
export function reportRun(organizationId: string, failures: readonly Error[]): void {
  send({
    event: 'svc.surveys.cron_reminders_sent' as MixPanelEvent,
    distinctId: `org_${organizationId}`,
    properties: { organization_id: organizationId, failure_count: failures.length },
  });
}

export function reportExportFailure(organizationId: string, surveyId: string, code: string): void {
  send({
    event: MixPanelEvent.SURVEY_EXPORT_FAILED,
    distinctId: 'system',
    properties: { organization_id: organizationId, survey_id: surveyId, error_code: code },
  });
}
