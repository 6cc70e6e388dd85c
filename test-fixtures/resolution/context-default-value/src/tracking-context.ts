import { createContext } from 'react';
import mixpanel from 'mixpanel-browser';

export const TrackingContext = createContext({
  track: (name: string, props?: object) => mixpanel.track(name, props),
});
