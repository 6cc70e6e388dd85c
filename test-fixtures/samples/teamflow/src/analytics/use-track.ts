import { useCallback } from 'react';
import { track, type Properties } from './track';

export function useTrack(): (event: string, properties?: Properties) => void {
  return useCallback((event: string, properties?: Properties) => track(event, properties), []);
}
