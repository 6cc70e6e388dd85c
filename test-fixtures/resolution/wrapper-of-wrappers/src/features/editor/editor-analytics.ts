import { track } from '../../core/track';

export const trackEditor = (action: string, details?: Record<string, unknown>) => {
  track(`Editor ${action}`, { area: 'editor', ...details });
};
