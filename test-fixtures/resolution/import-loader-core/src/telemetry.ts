import mixpanel from 'mixpanel-browser/src/loaders/loader-module-core';

mixpanel.init('b6a1f0c2d3e4958677889900aabbccdd', { track_pageview: false });

export const recordZoom = (level: number) => {
  mixpanel.track('Map Zoomed', { level });
};
