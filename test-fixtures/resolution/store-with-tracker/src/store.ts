import { create } from 'zustand';
import mixpanel from 'mixpanel-browser';

interface State {
  track(name: string, props?: Record<string, unknown>): void;
}

export const useAnalyticsStore = create<State>(() => ({
  track: (name, props) => mixpanel.track(name, props),
}));
