import React, { type ComponentType } from 'react';
import mixpanel from 'mixpanel-browser';

export interface WithAnalytics {
  track(name: string, props?: Record<string, unknown>): void;
}

export function withAnalytics<P>(Component: ComponentType<P & WithAnalytics>) {
  return function Tracked(props: P) {
    return <Component {...props} track={(name, details) => mixpanel.track(name, details)} />;
  };
}
