import mixpanel from 'mixpanel-browser';
import type { AppThunk } from './store';

export const trackEvent =
  (name: string, props: Record<string, unknown> = {}): AppThunk =>
  async (dispatch, getState) => {
    const { theme } = getState().settings;
    mixpanel.track(name, { ...props, theme });
  };
