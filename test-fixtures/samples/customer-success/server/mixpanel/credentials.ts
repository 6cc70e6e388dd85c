export interface ServiceAccount {
  readonly name: string;
  readonly secret: string;
  readonly projectId: string;
}

export function serviceAccountFromEnvironment(): ServiceAccount {
  return {
    name: process.env.MIXPANEL_SERVICE_ACCOUNT ?? '',
    secret: process.env.MIXPANEL_SERVICE_SECRET ?? '',
    projectId: process.env.MIXPANEL_PROJECT_ID ?? '',
  };
}

export const basicAuth = (account: ServiceAccount): string =>
  `Basic ${Buffer.from(`${account.name}:${account.secret}`).toString('base64')}`;
