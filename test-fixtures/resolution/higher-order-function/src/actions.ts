import { withTracking } from './with-tracking';

export const archive = withTracking('Thread Archived', (id: string) => fetch(`/threads/${id}`, { method: 'DELETE' }));
