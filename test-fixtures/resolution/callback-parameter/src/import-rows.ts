type Report = (event: string, details: Record<string, unknown>) => void;

export async function importRows(rows: string[], report: Report) {
  for (const row of rows) await fetch('/rows', { method: 'POST', body: row });
  report('Rows Imported', { count: rows.length });
}
