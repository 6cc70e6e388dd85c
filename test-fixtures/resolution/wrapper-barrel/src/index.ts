export * as analytics from './analytics';
