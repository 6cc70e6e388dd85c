import { trackEverywhere, trackMarketing } from './providers';

export function signup(plan: string) {
  trackEverywhere('Signed Up', { plan });
  trackMarketing('Lead Created');
}
