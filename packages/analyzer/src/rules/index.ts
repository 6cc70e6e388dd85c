import { consistentProperties } from './consistent-properties.js';
import { cronContext } from './cron-context.js';
import { dataResidency } from './data-residency.js';
import { eventNameFormat } from './event-name-format.js';
import { guardedTracking } from './guarded-tracking.js';
import { lostEvent } from './lost-event.js';
import { matchSchema } from './match-schema.js';
import { nearDuplicateEvent } from './near-duplicate-event.js';
import { noDirectSdk } from './no-direct-sdk.js';
import { noDynamicEventName } from './no-dynamic-event-name.js';
import { noExposedSecret } from './no-exposed-secret.js';
import { noPii } from './no-pii.js';
import { noPiiInLogs } from './no-pii-in-logs.js';
import { registeredEvent } from './registered-event.js';
import { requireConsent } from './require-consent.js';
import { reservedName } from './reserved-name.js';
import type { Rule } from './rule.js';
import { unixMsTime } from './unix-ms-time.js';
import { unusedEvent } from './unused-event.js';
import { validDistinctId } from './valid-distinct-id.js';

/** Every rule, sorted by name. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  consistentProperties,
  cronContext,
  dataResidency,
  eventNameFormat,
  guardedTracking,
  lostEvent,
  matchSchema,
  nearDuplicateEvent,
  noDirectSdk,
  noDynamicEventName,
  noExposedSecret,
  noPii,
  noPiiInLogs,
  registeredEvent,
  requireConsent,
  reservedName,
  unixMsTime,
  unusedEvent,
  validDistinctId,
];
