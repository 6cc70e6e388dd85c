import React from 'react';
import { useAnalyticsStore } from './store';

export function Filter() {
  const track = useAnalyticsStore((state) => state.track);
  return <select onChange={() => track('Filter Changed', { source: 'select' })} />;
}

export const reset = () => useAnalyticsStore.getState().track('Filter Reset');
