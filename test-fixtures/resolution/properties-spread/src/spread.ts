import mixpanel from 'mixpanel-browser';

const base = { app: 'desk', version: 2 };

export function saved(isDraft: boolean, words: number | null) {
  mixpanel.track('Note Saved', { ...base, draft: isDraft, ...(words !== null && { words }), ...(isDraft ? { reason: 'auto' } : {}) });
}
