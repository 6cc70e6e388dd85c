import { EVENTS } from '@/analytics/events';
import { track } from '@/analytics/track';

export interface NewTask {
  readonly title: string;
  readonly type: 'bug' | 'story' | 'chore';
  readonly projectId: string;
  readonly assignee: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly dueDate: Date | null;
}

export async function createTask(task: NewTask): Promise<void> {
  await fetch('/api/tasks', { method: 'POST', body: JSON.stringify(task) });
  track(EVENTS.TASK_CREATED, {
    task_type: task.type,
    project_id: task.projectId,
    has_assignee: task.assignee !== null,
    has_due_date: Boolean(task.dueDate),
  });
}

/** Tasks that arrive by mail have the sender as assignee. */
export async function createTaskFromMail(task: NewTask): Promise<void> {
  await fetch('/api/tasks/mail', { method: 'POST', body: JSON.stringify(task) });
  track('task_created', {
    task_type: task.type,
    project_id: task.projectId,
    has_assignee: true,
    has_due_date: false,
    assignee_email: task.assignee?.email,
  });
}
