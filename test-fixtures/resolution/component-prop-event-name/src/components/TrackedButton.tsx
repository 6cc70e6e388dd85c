import React, { type ReactNode } from 'react';
import mixpanel from 'mixpanel-browser';

interface Props {
  eventName: string;
  eventProps?: Record<string, unknown>;
  onPress?: () => void;
  children: ReactNode;
}

export function TrackedButton({ eventName, eventProps, onPress, children }: Props) {
  const handle = () => {
    mixpanel.track(eventName, eventProps);
    onPress?.();
  };
  return <button onClick={handle}>{children}</button>;
}
