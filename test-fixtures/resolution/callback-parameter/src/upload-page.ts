import mixpanel from 'mixpanel-browser';
import { importRows } from './import-rows';

export async function onFile(file: File) {
  const rows = (await file.text()).split('\n');
  await importRows(rows, (event, details) => {
    mixpanel.track(event, details);
  });
}
