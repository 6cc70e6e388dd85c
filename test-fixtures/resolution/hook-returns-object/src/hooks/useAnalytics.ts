import { useCallback, useMemo } from 'react';
import mixpanel from 'mixpanel-browser';
import { useUser } from '@acme/auth';

const useAnalytics = () => {
  const user = useUser();

  const track = useCallback(
    (name: string, props: Record<string, unknown> = {}) => {
      mixpanel.track(name, { ...props, plan: user.plan });
    },
    [user.plan],
  );

  const setProfile = (props: Record<string, unknown>) => mixpanel.people.set(props);

  return useMemo(() => ({ track, setProfile }), [track]);
};

export default useAnalytics;
