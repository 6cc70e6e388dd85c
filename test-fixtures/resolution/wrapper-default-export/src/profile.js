import sendEvent from './services/track';
import People from './services/people';

export function saved(theme) {
  sendEvent('Theme Saved', { theme });
  People.set({ theme });
}
