import { tracker } from './tracker';

export function voted(option: number) {
  tracker.event('Poll Voted', { option });
  tracker.event('Poll Closed');
}
