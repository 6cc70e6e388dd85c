import React from 'react';
import TrackedRow from './Tracked';

export const Rows = () => (
  <ul>
    <TrackedRow label="One" analytics={{ event: 'Row One Clicked', properties: { index: 1 } }} />
  </ul>
);
