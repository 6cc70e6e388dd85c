import React from 'react';

export function Dialog({ onTrack }: { onTrack: (name: string, props?: object) => void }) {
  return <button onClick={() => onTrack('Dialog Confirmed', { keyboard: false })}>OK</button>;
}
