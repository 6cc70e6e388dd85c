import * as FullStory from '@fullstory/browser';
import Intercom from '@intercom/messenger-js-sdk';

export function both(user) {
  window.dataLayer.push(['track', 'Bought', { total: 1 }]);
  window.gtag('event', 'purchase', { value: 1 });
  FullStory.identify(user.id, { displayName: user.name });
  Intercom({ user_id: user.id });
  window._paq.push(['trackEvent', 'mixpanel-migration', 'started']);
}
