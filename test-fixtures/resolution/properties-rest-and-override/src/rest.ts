import mixpanel from 'mixpanel-browser';

const KEY = 'variant';

export function assigned() {
  const settings = { internal: true, color: 'red', size: 'm' };
  const { internal, ...visible } = settings;
  mixpanel.track('Variant Assigned', { ...visible, color: 'blue', [KEY]: internal ? 'a' : 'b' });
}
