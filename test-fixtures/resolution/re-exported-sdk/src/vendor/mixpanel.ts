export { default } from 'mixpanel-browser';
export { default as mp } from 'mixpanel-browser';
export * as sdk from 'mixpanel-browser';
