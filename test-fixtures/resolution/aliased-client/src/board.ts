import mixpanel from 'mixpanel-browser';

const analytics = mixpanel;
let profile = mixpanel.people;

export function cardMoved(from: string, to: string) {
  const client = analytics;
  client.track('Card Moved', { from, to });
  profile.set_once({ first_move: from });
}
