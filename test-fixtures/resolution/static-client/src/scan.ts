import { Analytics } from './Analytics';

export const scanned = (format: string) => Analytics.log('Code Scanned', { format });
