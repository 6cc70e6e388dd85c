import { useMemo, useRef } from 'react';
import mixpanel from 'mixpanel-browser';

export function useMixpanel() {
  const ref = useRef(mixpanel);
  return ref.current;
}

export const useClient = () => useMemo(() => mixpanel, []);
