import { capture } from '@acme/telemetry';

export const uploaded = (bytes: number) => capture('File Uploaded', { bytes });
