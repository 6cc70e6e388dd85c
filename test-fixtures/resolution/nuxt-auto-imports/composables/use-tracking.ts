import mixpanel from 'mixpanel-browser';

export default function () {
  return {
    track: (name: string, properties: Record<string, unknown> = {}) => mixpanel.track(name, properties),
  };
}
