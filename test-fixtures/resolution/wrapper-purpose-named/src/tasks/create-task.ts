import { trackTaskCreated, trackTaskDeleted } from '../analytics/tasks';

export function createTask(type: string) {
  trackTaskCreated(type);
}

export function deleteTask() {
  trackTaskDeleted();
}
