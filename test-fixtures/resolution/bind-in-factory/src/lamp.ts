import { trackerOf } from './tracker';

const trackLamp = trackerOf('Lamp Switched');

export const switched = (isOn: boolean) => trackLamp({ isOn });
