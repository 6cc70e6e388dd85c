import type { ApiKey, Organization, SlackInstallation } from '../../models.js';
import { send } from '../client.js';
import { MixPanelEvent } from '../constants.js';

export function trackSlackInstalled({ installation }: { installation: SlackInstallation }): void {
  send({
    event: MixPanelEvent.SLACK_INSTALLED,
    distinctId: `slack_${installation.teamId}`,
    properties: { organization_id: installation.organizationId, channel_count: installation.channels.length },
  });
}

export function trackApiKeyUsed({ key, organization, endpoint }: { key: ApiKey; organization: Organization; endpoint: string }): void {
  send({
    event: MixPanelEvent.API_KEY_USED,
    distinctId: `key_${key.id}`,
    properties: { organization_id: organization.id, route: endpoint },
  });
}
