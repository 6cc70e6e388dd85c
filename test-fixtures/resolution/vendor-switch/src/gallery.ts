import { dispatchEvent } from './dispatch';

export const swiped = (index: number) => dispatchEvent('mixpanel', 'Gallery Swiped', { index });
