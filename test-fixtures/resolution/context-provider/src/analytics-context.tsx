import React, { createContext, useContext, type ReactNode } from 'react';
import mixpanel from 'mixpanel-browser';

interface AnalyticsContextValue {
  logEvent(name: string, props?: Record<string, unknown>): void;
}

const AnalyticsContext = createContext<AnalyticsContextValue | undefined>(undefined);

export function AnalyticsProvider({ children }: { children: ReactNode }) {
  const logEvent = (name: string, props?: Record<string, unknown>) => {
    mixpanel.track(name, props);
  };
  return <AnalyticsContext.Provider value={{ logEvent }}>{children}</AnalyticsContext.Provider>;
}

export function useAnalyticsContext() {
  const value = useContext(AnalyticsContext);
  if (!value) throw new Error('useAnalyticsContext needs an AnalyticsProvider above it');
  return value;
}
