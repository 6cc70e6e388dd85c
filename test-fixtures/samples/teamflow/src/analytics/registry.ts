import { z } from 'zod';
import { EVENTS } from './events';

const taskType = z.enum(['bug', 'story', 'chore']).describe('Kind of task');
const dashboardType = z.enum(['team', 'sprint', 'personal']).describe('Kind of dashboard');

export const EVENT_REGISTRY = {
  [EVENTS.TASK_CREATED]: z
    .strictObject({
      task_type: taskType,
      project_id: z.uuid().describe('Project that the task belongs to'),
      has_assignee: z.boolean().describe('Whether somebody is assigned'),
      has_due_date: z.boolean().describe('Whether a due date is set'),
    })
    .describe('When a user creates a task'),

  [EVENTS.TASK_COMPLETED]: z
    .strictObject({
      task_type: taskType,
      time_to_complete_hours: z.number().nonnegative().describe('From creation to done, in hours'),
      was_overdue: z.boolean().describe('Whether the due date had passed'),
    })
    .describe('When a user marks a task done'),

  [EVENTS.DASHBOARD_VIEWED]: z
    .strictObject({
      dashboard_type: dashboardType,
      widget_count: z.number().int().nonnegative().describe('Widgets on the dashboard'),
      view_duration_sec: z.number().nonnegative().describe('How long it was open, in seconds'),
    })
    .describe('When a user leaves a dashboard'),

  [EVENTS.SPRINT_STARTED]: z
    .strictObject({
      sprint_length_days: z.number().int().positive().describe('Planned length, in days'),
      task_count: z.number().int().nonnegative().describe('Tasks in the sprint'),
      team_size: z.number().int().positive().describe('Members of the team'),
    })
    .describe('When a team lead starts a sprint'),

  [EVENTS.EXPORT_GENERATED]: z
    .strictObject({
      format: z.enum(['pdf', 'png']).describe('File format'),
      dashboard_type: dashboardType,
      generation_time_ms: z.number().nonnegative().describe('Time until the file was ready, in milliseconds'),
    })
    .describe('When the export of a dashboard is ready'),

  [EVENTS.FEATURE_ACTIVATED]: z
    .strictObject({
      feature_name: z.string().describe('Key of the feature'),
      activation_step: z.string().describe('Step of the tour in which it was used'),
      is_first_time: z.boolean().describe('Whether the user never used it before'),
    })
    .describe('When a user uses a feature for the first time in a session'),

  [EVENTS.BOARD_VIEWED]: {
    description: 'When a user opens a board',
    status: 'deprecated',
    schema: z.strictObject({ widget_count: z.number().int().describe('Widgets on the board') }),
  },
};
