import mixpanel from 'mixpanel-browser';
import { accounts } from './model';

export function renewed(index: number) {
  const account = accounts.pick(index, 'id', 'email');
  mixpanel.track('Contract Renewed', { plan: 'team', ...account });
}

export function resized(index: number) {
  const account = accounts.pick(index, 'id', 'seats');
  mixpanel.track('Contract Resized', { plan: 'team', ...account });
}
