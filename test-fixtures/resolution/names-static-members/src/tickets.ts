import mixpanel from 'mixpanel-browser';
import { EventNames } from './event-names';

export const open = () => mixpanel.track(EventNames.Opened);
export const close = () => mixpanel.track(EventNames.Closed);
