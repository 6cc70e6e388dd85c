import mixpanel from 'mixpanel-browser';

const common = { app: 'console', schema_version: 3 };

export function track(name: string, props: object) {
  mixpanel.track(name, Object.assign({}, common, props, { sent_at: Date.now() }));
}
