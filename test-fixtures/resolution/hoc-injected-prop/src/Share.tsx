import React from 'react';
import { withAnalytics, type WithAnalytics } from './with-analytics';

function Share({ track, target }: WithAnalytics & { target: string }) {
  return <button onClick={() => track('Share Clicked', { target })}>Share</button>;
}

export default withAnalytics(Share);
