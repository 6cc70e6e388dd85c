import { track } from '../analytics';

export const photoTaken = (flash: boolean) => track('Photo Taken', { flash });
