import { trackBoth } from './tracking';

export const removed = () => trackBoth('users', 'removed');
