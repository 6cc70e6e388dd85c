import mixpanel from 'mixpanel-browser';

export function leave(url: string) {
  mixpanel.track('Exit Clicked', { kind: 'external' }, { send_immediately: true });
  mixpanel.track('Exit Confirmed', {}, () => {
    window.location.assign(url);
  });
}
