import type { Mixpanel } from 'mixpanel-browser';

export interface Deps {
  mixpanel: Pick<Mixpanel, 'track'>;
}

export type TrackArgs = Parameters<Mixpanel['track']>;
