import mixpanel from 'mixpanel-browser';

interface Recorder {
  track(name: string): void;
}

export function replay(mixpanel: Recorder, names: string[]) {
  for (const name of names) mixpanel.track(name);
  mixpanel.track('Replay Ended');
}

export function finish() {
  const track = (label: string) => console.info(label);
  track('Finished Locally');
  mixpanel.track('Replay Finished');
}
