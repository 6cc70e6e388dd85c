import mixpanel from 'mixpanel-browser';

function phaseEvent(phase: 'start' | 'end'): string {
  switch (phase) {
    case 'start':
      return 'Phase Started';
    case 'end':
      return 'Phase Ended';
  }
}

export const phase = (value: 'start' | 'end') => mixpanel.track(phaseEvent(value));
