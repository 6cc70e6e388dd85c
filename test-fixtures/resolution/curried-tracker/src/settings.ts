import { trackerFor } from './tracker-for';

const track = trackerFor('Settings');

export function toggled(key: string) {
  track('Toggled', { key });
  trackerFor('Sidebar')('Collapsed');
}
