import mixpanel from 'mixpanel-browser';
import * as amplitude from '@amplitude/analytics-browser';

interface Provider {
  track(name: string, props?: Record<string, unknown>): void;
}

class MixpanelProvider implements Provider {
  track(name: string, props?: Record<string, unknown>) {
    mixpanel.track(name, props);
  }
}

class AmplitudeProvider implements Provider {
  track(name: string, props?: Record<string, unknown>) {
    amplitude.track(name, props);
  }
}

const providers: Provider[] = [new MixpanelProvider(), new AmplitudeProvider()];

export function track(name: string, props?: Record<string, unknown>) {
  providers.forEach((provider) => provider.track(name, props));
}
