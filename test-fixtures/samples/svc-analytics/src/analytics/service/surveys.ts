import { send } from '../client.js';
import { MixPanelEvent } from '../constants.js';
import { toTimestampMs } from '../timestamps.js';
import type { Organization, Survey, User } from '../../models.js';

export function trackSurveyCreated({ user, survey }: { user: User; survey: Survey }): void {
  send({
    event: MixPanelEvent.SURVEY_CREATED,
    distinctId: user.id,
    properties: {
      organization_id: survey.organizationId,
      survey_id: survey.id,
      question_count: survey.questions.length,
      kind: survey.kind,
    },
  });
}

interface ReminderOptions {
  readonly organization: Organization;
  readonly survey: Survey;
  readonly recipientCount: number;
  readonly cronExecutedAt: Date;
}

export function trackSurveyReminderSent({ organization, survey, recipientCount, cronExecutedAt }: ReminderOptions): void {
  send({
    event: MixPanelEvent.SURVEY_REMINDER_SENT,
    distinctId: `org_${organization.id}`,
    properties: {
      organization_id: organization.id,
      organization_name: organization.name,
      survey_id: survey.id,
      recipient_count: recipientCount,
      is_cron_job: true,
      cron_execution_timestamp: toTimestampMs(cronExecutedAt),
    },
  });
}

export function trackSurveyClosed({ user, survey }: { user: User; survey: Survey }): void {
  send({
    event: MixPanelEvent.SURVEY_CLOSED,
    distinctId: user.id,
    properties: {
      organization_id: survey.organizationId,
      survey_id: survey.id,
      closed_at: survey.closedAt.toISOString(),
    },
  });
}
