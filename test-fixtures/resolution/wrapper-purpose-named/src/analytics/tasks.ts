import mixpanel from 'mixpanel-browser';

export function trackTaskCreated(taskType: string) {
  mixpanel.track('Task Created', { task_type: taskType });
}

export const trackTaskDeleted = () => mixpanel.track('Task Deleted');
