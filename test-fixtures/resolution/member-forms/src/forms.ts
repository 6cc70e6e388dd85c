import mixpanel, { type Mixpanel } from 'mixpanel-browser';

declare const maybe: Mixpanel | undefined;

export function submit(fields: number) {
  mixpanel?.track('Form Submitted', { fields });
  mixpanel!.track('Form Accepted');
  (mixpanel as unknown as Mixpanel).track('Form Stored');
  mixpanel['track']('Form Indexed');
  mixpanel?.['people']?.set({ forms: fields });
  (mixpanel satisfies Mixpanel).track('Form Closed');
}
