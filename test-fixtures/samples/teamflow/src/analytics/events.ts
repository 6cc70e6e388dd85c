export const EVENTS = {
  TASK_CREATED: 'task_created',
  TASK_COMPLETED: 'task_completed',
  DASHBOARD_VIEWED: 'dashboard_viewed',
  SPRINT_STARTED: 'sprint_started',
  EXPORT_GENERATED: 'export_generated',
  FEATURE_ACTIVATED: 'feature_activated',
  BOARD_VIEWED: 'board_viewed',
} as const;

export type EventName = (typeof EVENTS)[keyof typeof EVENTS];
