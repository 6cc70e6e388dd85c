import { Analytics } from './Analytics';

export function opened(widgets: number) {
  Analytics.track('Dashboard Opened', { widgets });
  Analytics.setUser('u_2');
}
