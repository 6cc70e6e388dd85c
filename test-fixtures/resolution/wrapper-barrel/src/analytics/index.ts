export * from './track';
export { track as trackEvent } from './track';
export { default as setUser } from './user';
