import { captureOnServer } from '@acme/telemetry/server';

export const scanned = (userId: string) => captureOnServer(userId, 'File Scanned');
