export const mixpanel = { track: (_name: string, _props?: object) => undefined };
