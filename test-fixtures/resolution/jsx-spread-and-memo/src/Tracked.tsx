import React, { memo } from 'react';
import mixpanel from 'mixpanel-browser';

interface Analytics {
  event: string;
  properties?: Record<string, unknown>;
}

function TrackedRow({ analytics, label }: { analytics: Analytics; label: string }) {
  return <li onClick={() => mixpanel.track(analytics.event, analytics.properties)}>{label}</li>;
}

export default memo(TrackedRow);
