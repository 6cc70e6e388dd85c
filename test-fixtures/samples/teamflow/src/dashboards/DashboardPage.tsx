import { useEffect, useState } from 'react';
import { EVENTS } from '@/analytics/events';
import { useTrack } from '@/analytics/use-track';
import { ExportButton } from './ExportButton';

interface Props {
  readonly dashboardId: string;
  readonly kind: 'team' | 'sprint' | 'personal';
  readonly widgets: readonly string[];
}

export function DashboardPage({ dashboardId, kind, widgets }: Props) {
  const track = useTrack();
  const [openedAt] = useState(() => Date.now());

  useEffect(
    () => () => {
      track(EVENTS.DASHBOARD_VIEWED, {
        dashboard_type: kind,
        widget_count: widgets.length,
        view_duration_sec: (Date.now() - openedAt) / 1000,
      });
    },
    [dashboardId, kind, openedAt, track, widgets.length],
  );

  return (
    <main>
      <h1>Dashboard</h1>
      <button onClick={() => track(EVENTS.BOARD_VIEWED, { widget_count: widgets.length })}>Classic board</button>
      <ExportButton kind={kind} />
    </main>
  );
}
