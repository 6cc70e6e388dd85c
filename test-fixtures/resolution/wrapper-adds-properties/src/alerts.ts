import { track } from './analytics';

export const muted = (minutes: number) => track('Alert Muted', { minutes });
