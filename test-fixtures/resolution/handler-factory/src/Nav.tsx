import React from 'react';
import { trackClick } from './track-click';

export const Nav = () => (
  <nav>
    <a onClick={trackClick('Home Clicked')}>Home</a>
    <a onClick={trackClick('Help Clicked', () => window.open('/help'))}>Help</a>
  </nav>
);
