import mixpanel, { mp, sdk } from './vendor/mixpanel';

export function home() {
  mixpanel.track('Home Opened');
  mp.track('Home Scrolled');
  sdk.default.track('Home Closed');
}
