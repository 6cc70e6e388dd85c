import type { Dispatch } from '../store/store';
import { trackEvent } from '../store/analytics-thunks';

export const upload = (size: number) => async (dispatch: Dispatch) => {
  dispatch(trackEvent('Upload Started', { size }));
  await fetch('/upload', { method: 'POST' });
  trackEvent('Upload Finished');
};
