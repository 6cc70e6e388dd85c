import { rawTrack, safeTrack } from './safe-track';

export function menuOpened() {
  safeTrack('Menu Opened');
  rawTrack('Menu Hovered');
  try {
    rawTrack('Menu Focused');
  } catch {
    // The menu works without it.
  }
}
