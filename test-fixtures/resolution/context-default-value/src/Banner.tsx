import React, { useContext } from 'react';
import { TrackingContext } from './tracking-context';

export const Banner = () => {
  const tracking = useContext(TrackingContext);
  return <a onClick={() => tracking.track('Banner Clicked', { variant: 'b' })}>Read more</a>;
};
