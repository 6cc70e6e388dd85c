import mixpanel from 'mixpanel-browser';

export function imported(row: Record<string, unknown>) {
  mixpanel.track('Row Imported', { source: 'csv', ...row });
}
