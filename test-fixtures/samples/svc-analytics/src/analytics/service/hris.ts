import { logger } from '../../logger.js';
import type { Organization, User } from '../../models.js';
import { send } from '../client.js';
import { MixPanelEvent } from '../constants.js';

interface Validation {
  readonly rows: number;
  readonly isValid: boolean;
}

export function trackHrisCsvValidated({ user, validation }: { user: User; validation: Validation }): void {
  send({
    event: MixPanelEvent.HRIS_CSV_VALIDATED,
    distinctId: user.id,
    properties: {
      organization_id: user.organizationId,
      row_count: validation.rows,
      is_valid: validation.isValid,
      uploader_email: user.email,
    },
  });
}

export function trackHrisSyncCompleted({ organization, durationMs }: { organization: Organization; durationMs: number }): void {
  send({
    event: MixPanelEvent.HRIS_SYNC_COMPLETED,
    distinctId: `org_${organization.id}`,
    properties: {
      organization_id: organization.id,
      organization_name: organization.name,
      duration_ms: durationMs,
      is_cron_job: true,
    },
  });
  logger.info({ organizationId: organization.id, durationMs }, 'sync tracked');
  logger.info(`sync of ${organization.name} took ${durationMs} ms`);
}
