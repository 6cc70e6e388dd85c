import mixpanel from 'mixpanel-browser';

/** What is sent is said by the callers, once, and not in the callback that sends it. */
export const remember = (properties: object): void => afterConsent(() => mixpanel.register(properties));

function afterConsent(send: () => void): void {
  if (document.hasFocus()) send();
}

remember({ plan: 'pro' });
