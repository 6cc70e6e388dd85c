import mixpanel, { type Mixpanel } from 'mixpanel-browser';
import { useEffect, useState } from 'react';

interface Report {
  readonly event: string;
  readonly properties?: Record<string, unknown>;
}

export const useAnalytics = (prefix = 'shop') => {
  const [client, setClient] = useState<Mixpanel>();
  const [started, setStarted] = useState(false);

  useEffect(() => {
    mixpanel.init('0123456789abcdef0123456789abcdef');
    setClient(mixpanel);
    setStarted(true);
  }, []);

  const report = (data: Report): Promise<void> =>
    new Promise((resolve) => {
      client?.track(`${prefix}:${data.event}`, { started, ...data.properties }, () => resolve());
    });

  return { analytics: { report } };
};
