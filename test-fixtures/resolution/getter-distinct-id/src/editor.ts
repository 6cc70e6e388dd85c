import { UsageClient } from './usage-client';

const usage = new UsageClient();

export function onSave(format: string) {
  usage.track('Document Saved', { format });
}
