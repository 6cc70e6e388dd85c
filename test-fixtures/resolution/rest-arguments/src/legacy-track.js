import mixpanel from 'mixpanel-browser';

export function legacyTrack() {
  mixpanel.track.apply(mixpanel, arguments);
}
