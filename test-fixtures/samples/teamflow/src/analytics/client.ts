import mixpanel from 'mixpanel-browser';

const TOKEN = import.meta.env.VITE_MIXPANEL_TOKEN as string;

export function startAnalytics(): void {
  mixpanel.init(TOKEN, {
    api_host: 'https://api-eu.mixpanel.com',
    opt_out_tracking_by_default: true,
    ip: false,
    track_pageview: false,
  });
}
