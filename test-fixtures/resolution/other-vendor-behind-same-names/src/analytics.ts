import posthog from 'posthog-js';

export const analytics = {
  track: (name: string, props?: object) => posthog.capture(name, props),
  identify: (id: string) => posthog.identify(id),
};

export class Mixpanel {
  track(name: string) {
    posthog.capture(name);
  }
}
