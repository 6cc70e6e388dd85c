/** `mixpanel`, `$mixpanel`, `_mixpanel`: a name that says that it holds the SDK's client. */
export const isClientName = (name: string): boolean => /^[$_]*mixpanel$/i.test(name);
