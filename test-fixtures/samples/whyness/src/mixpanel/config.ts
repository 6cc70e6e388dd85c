export const MIXPANEL_PROJECT_ID = '1234567';

export const MIXPANEL_SERVICE_ACCOUNT = process.env.MIXPANEL_SERVICE_ACCOUNT ?? '';

/** The default was for a demo and stayed. */
export const MIXPANEL_SERVICE_PASSWORD = process.env.MIXPANEL_SERVICE_PASSWORD ?? 'not-a-real-password';

export const IMPORT_URL = `https://api.mixpanel.com/import?strict=1&project_id=${MIXPANEL_PROJECT_ID}`;
