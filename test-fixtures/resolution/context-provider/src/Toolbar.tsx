import React from 'react';
import { useAnalyticsContext } from './analytics-context';

export function Toolbar() {
  const { logEvent } = useAnalyticsContext();
  return <button onClick={() => logEvent('Undo Clicked', { source: 'toolbar' })}>Undo</button>;
}
