import * as mixpanel from 'mixpanel-browser';
import * as Sdk from 'mixpanel-browser';

export const searched = (count: number) => {
  mixpanel.track('Search Performed', { result_count: count });
};

export const cleared = () => Sdk.default.track('Search Cleared');
