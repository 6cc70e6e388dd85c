import mixpanel from 'mixpanel-browser';

interface Playlist {
  track(index: number): { title: string };
  people: Map<string, string>;
}

export function current(playlist: Playlist, parcel: { track(): Promise<string> }) {
  const { title } = playlist.track(3);
  playlist.people.set('owner', 'u_1');
  void parcel.track();
  mixpanel.track('Song Played', { has_title: title !== '' });
}
