import { track } from './providers';

export const commented = (length: number) => track('Comment Added', { length });
