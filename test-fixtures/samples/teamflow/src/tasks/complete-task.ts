import { EVENTS } from '@/analytics/events';
import { track } from '@/analytics/track';

interface Task {
  readonly id: string;
  readonly type: 'bug' | 'story' | 'chore';
  readonly createdAt: number;
  readonly dueAt: number | null;
}

const HOUR_MS = 3_600_000;

export function completeTask(task: Task, now: number): void {
  track(EVENTS.TASK_COMPLETED, {
    task_type: task.type,
    time_to_complete_hours: (now - task.createdAt) / HOUR_MS,
    was_overdue: task.dueAt !== null && task.dueAt < now,
  });
}

export function completeTasks(tasks: readonly Task[]): void {
  for (const task of tasks) {
    track(EVENTS.TASK_COMPLETED, {
      task_type: task.type,
      time_to_complete_hours: 0,
      was_overdue: false,
      completed_at: new Date().toISOString(),
    });
  }
}
