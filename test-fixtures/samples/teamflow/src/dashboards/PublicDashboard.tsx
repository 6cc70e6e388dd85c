import { useEffect } from 'react';
import { EVENTS } from '@/analytics/events';
import { useTrack } from '@/analytics/use-track';

export function PublicDashboard({ widgets, seconds }: { widgets: readonly string[]; seconds: number }) {
  const track = useTrack();

  useEffect(() => {
    track(EVENTS.DASHBOARD_VIEWED, {
      dashboard_type: 'public',
      widget_count: widgets.length,
      viewDurationSec: seconds,
    });
  }, [track, widgets.length, seconds]);

  return <p>{widgets.length} widgets</p>;
}
