import React from 'react';
import { TrackedButton } from '../components/TrackedButton';

export const Home = () => (
  <main>
    <TrackedButton eventName="Trial Started">Start</TrackedButton>
    <TrackedButton eventName={'Demo Requested'} eventProps={{ placement: 'hero' }}>
      Book a demo
    </TrackedButton>
  </main>
);
