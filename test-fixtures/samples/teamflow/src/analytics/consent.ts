import mixpanel from 'mixpanel-browser';

export function onConsentAccepted(): void {
  mixpanel.opt_in_tracking();
}

export function onConsentWithdrawn(): void {
  mixpanel.opt_out_tracking();
  mixpanel.reset();
}
