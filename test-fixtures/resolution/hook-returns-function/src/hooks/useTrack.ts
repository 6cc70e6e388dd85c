import { useCallback } from 'react';
import mixpanel from 'mixpanel-browser';

export function useTrack() {
  return useCallback((name: string, props?: Record<string, unknown>) => {
    mixpanel.track(name, props);
  }, []);
}
