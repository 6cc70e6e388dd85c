import mixpanel from 'mixpanel-browser';
import { mountCheckout } from './checkout-widget';

mountCheckout({
  container: document.body,
  onEvent: (name, data) => mixpanel.track(name, data),
});
