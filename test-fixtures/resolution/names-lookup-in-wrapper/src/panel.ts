import { trackAction } from './track-action';

export const opened = () => trackAction('open', 'history');
