import { EVENTS } from '@/analytics/events';
import { track } from '@/analytics/track';

async function renderDashboard(format: 'pdf' | 'png'): Promise<Blob> {
  const response = await fetch(`/api/export?format=${format}`);
  return response.blob();
}

export function ExportButton({ kind }: { kind: 'team' | 'sprint' | 'personal' }) {
  const run = async (format: 'pdf' | 'png') => {
    const startedAt = performance.now();
    await renderDashboard(format);
    track(EVENTS.EXPORT_GENERATED, {
      format,
      dashboard_type: kind,
      generation_time_ms: performance.now() - startedAt,
    });
  };

  const print = () => {
    window.print();
    track(EVENTS.EXPORT_GENERATED, { format: 'print', dashboard_type: kind, generation_time_ms: '0' });
  };

  return (
    <>
      <button onClick={() => void run('pdf')}>PDF</button>
      <button onClick={print}>Print</button>
    </>
  );
}
