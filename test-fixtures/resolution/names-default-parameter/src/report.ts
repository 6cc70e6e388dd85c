import mixpanel from 'mixpanel-browser';

export function report(kind: string, name = 'Report Viewed') {
  mixpanel.track(name, { kind });
}
