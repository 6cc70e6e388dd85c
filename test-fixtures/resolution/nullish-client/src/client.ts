import mixpanel, { type Mixpanel } from 'mixpanel-browser';

export const client: Mixpanel | undefined = process.env.MIXPANEL_TOKEN ? mixpanel : undefined;

export const getClient = (): Mixpanel | undefined => client ?? undefined;
