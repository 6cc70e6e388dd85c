import { Mixpanel } from 'mixpanel-react-native';

export class Analytics {
  private static client?: Mixpanel;

  static async start(token: string) {
    Analytics.client = new Mixpanel(token, true);
    await Analytics.client.init();
  }

  static log(name: string, props?: Record<string, unknown>) {
    Analytics.client?.track(name, props);
  }
}
