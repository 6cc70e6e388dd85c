import type { Organization } from '../../models.js';
import { send } from '../client.js';
import { MixPanelEvent } from '../constants.js';

export function trackOrganizationCreated({ organization }: { organization: Organization }): void {
  send({
    event: MixPanelEvent.ORGANIZATION_CREATED,
    distinctId: organization.id,
    properties: { organization_id: organization.id, employee_count: organization.employeeCount },
  });
}
