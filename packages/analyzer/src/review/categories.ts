import type { Category, Severity } from '../rules/rule.js';

/** From worst to mildest. */
export const SEVERITIES: readonly Severity[] = ['P0', 'P1', 'P2', 'P3'];

/** In the order of the report template. */
export const CATEGORIES: readonly Category[] = [
  'PII Protection',
  'Event Registration',
  'Schema Design',
  'Service Patterns',
  'Identity',
  'Test Coverage',
  'Naming and Time',
];
