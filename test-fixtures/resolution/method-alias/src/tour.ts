import { identify, track } from './aliases';

export function started(step: number) {
  track('Tour Started', { step });
  identify('guest');
}
