import mixpanel from 'mixpanel-browser';
import * as Sentry from '@sentry/react';
import appsFlyer from 'react-native-appsflyer';

const BrazeProvider = { track: (name: string) => Sentry.addBreadcrumb({ message: name }) };
const AppsFlyerProvider = { track: (name: string, props?: object) => appsFlyer.logEvent(name, props) };
const MixpanelProvider = { track: (name: string, props?: object) => mixpanel.track(name, props) };

export function trackEverywhere(name: string, props?: object) {
  BrazeProvider.track(name);
  AppsFlyerProvider.track(name, props);
  MixpanelProvider.track(name, props);
}

export function trackMarketing(name: string) {
  BrazeProvider.track(name);
  AppsFlyerProvider.track(name);
}
