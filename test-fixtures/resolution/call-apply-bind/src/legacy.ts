import mixpanel from 'mixpanel-browser';

const send = mixpanel.track.bind(mixpanel);
const trackSignup = mixpanel.track.bind(mixpanel, 'Signed Up');

export function run(plan: string) {
  send('Plan Chosen', { plan });
  trackSignup({ plan });
  mixpanel.track.call(mixpanel, 'Plan Compared', { plan });
  mixpanel.track.apply(mixpanel, ['Plan Shared', { plan }]);
}
