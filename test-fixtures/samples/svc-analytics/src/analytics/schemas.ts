import { z } from 'zod';

export const baseSchema = z.strictObject({
  organization_id: z.uuid().describe('Organisation that the event belongs to'),
  organization_name: z.string().optional().describe('Name of the organisation; sent, never logged'),
  is_cron_job: z.boolean().optional().describe('Sent by a job that makes up for a missed action'),
  cron_execution_timestamp: z.number().int().optional().describe('When the job ran, Unix milliseconds'),
});

const surveyBase = baseSchema.extend({
  survey_id: z.uuid().describe('Survey'),
});

export const surveyCreatedSchema = surveyBase
  .extend({
    question_count: z.number().int().nonnegative().describe('Questions in the survey'),
    kind: z.enum(['pulse', 'onboarding', 'exit']).describe('Kind of survey'),
  })
  .describe('When an administrator saves a new survey');

export const surveyReminderSentSchema = surveyBase
  .extend({ recipient_count: z.number().int().nonnegative().describe('People who were reminded') })
  .describe('When reminders of a survey go out');

export const surveyClosedSchema = surveyBase
  .extend({ closed_at: z.number().int().describe('When it was closed, Unix milliseconds') })
  .describe('When a survey stops taking answers');

export const surveyExportFailedSchema = surveyBase
  .extend({ error_code: z.string().describe('Code of the failure') })
  .describe('When an export could not be made');

export const hrisCsvValidatedSchema = baseSchema
  .extend({
    row_count: z.number().int().nonnegative().describe('Rows in the file'),
    is_valid: z.boolean().describe('Whether every row could be used'),
    uploader_email: z.string().describe('Who uploaded it'),
  })
  .describe('When an uploaded file was checked');

export const hrisSyncCompletedSchema = baseSchema
  .extend({ duration_ms: z.number().nonnegative().describe('How long it took, in milliseconds') })
  .describe('When a sync with the HR system ends');

export const organizationCreatedSchema = baseSchema
  .extend({ employee_count: z.number().int().nonnegative().describe('Employees at that time') })
  .describe('When an organisation is set up');

export const organizationArchivedSchema = baseSchema.describe('When an organisation is archived');

export const slackInstalledSchema = baseSchema
  .extend({ channel_count: z.number().int().nonnegative().describe('Channels that were joined') })
  .describe('When the Slack application is installed');

export const apiKeyUsedSchema = baseSchema
  .extend({ endpoint: z.string().describe('Route template that was called') })
  .describe('When an API key is used for the first time on a day');
