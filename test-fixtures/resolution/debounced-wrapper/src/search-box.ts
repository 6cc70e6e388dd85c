import { trackSoon } from './search-tracking';

export const typed = (length: number) => trackSoon('Search Typed', { length });
