import mixpanel from 'mixpanel-browser';

const { track, people, register: setSuperProperties } = mixpanel;
const { set } = people;

export function play(trackId: string) {
  track('Playback Started', { track_id: trackId });
  set({ last_played: trackId });
  setSuperProperties({ player: 'web' });
}
