import { track } from '@/analytics/track';

interface Sprint {
  readonly id: string;
  readonly days: number;
  readonly taskIds: readonly string[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

export async function startSprint(sprint: Sprint): Promise<void> {
  await fetch(`/api/sprints/${sprint.id}/start`, { method: 'POST' });
  track('sprint_start', {
    sprint_length_days: sprint.days,
    task_count: sprint.taskIds.length,
    team_size: sprint.members.length,
  });
}
