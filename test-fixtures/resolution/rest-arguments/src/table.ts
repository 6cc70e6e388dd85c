import { legacyTrack } from './legacy-track';
import { track } from './track';

const ROW_ADDED = ['Row Added', { position: 'end' }] as const;

export function rows() {
  track('Row Removed', { count: 1 });
  track(...ROW_ADDED);
  legacyTrack('Row Copied', { count: 2 });
}
