import { readManifest } from './manifest.js';

/**
 * The address of GitHub's form for a new App, filled in from `app.yml`.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-using-url-parameters
 * @param organization that the App will belong to; null: the account that is signed in
 * @throws {Error} with a sentence if the webhook's address is none
 */
export function registrationUrl(
  webhookUrl: string,
  organization: string | null,
  env: Readonly<Record<string, string | undefined>>,
): string {
  if (!URL.canParse(webhookUrl) || !/^https?:\/\//.test(webhookUrl)) {
    throw new Error(
      `"${webhookUrl}" is not an address; give one like https://bot.example.com/api/github/webhooks.`,
    );
  }
  const host = `${env['GHE_PROTOCOL'] || 'https'}://${env['GHE_HOST'] || 'github.com'}`;
  const owner = organization === null ? '' : `/organizations/${encodeURIComponent(organization)}`;
  const url = new URL(`${host}${owner}/settings/apps/new`);
  const { name, url: home, description, default_permissions, default_events, ...manifest } = readManifest();
  const fields = {
    ...{ name, url: home, description, public: String(manifest.public) },
    ...{ webhook_active: 'true', webhook_url: webhookUrl },
    ...default_permissions,
  };
  for (const [field, value] of Object.entries(fields)) url.searchParams.set(field, value);
  for (const event of default_events) url.searchParams.append('events[]', event);
  return url.href;
}
