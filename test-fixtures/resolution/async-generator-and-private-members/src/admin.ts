import { Tracker } from './tracker';

const tracker = new Tracker('Admin');

export function open() {
  tracker.page('Opened');
  tracker.action('Saved');
}
