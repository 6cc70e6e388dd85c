import { useAnalytics } from './use-analytics';

export function useBasket(id: string) {
  const { analytics } = useAnalytics();
  return () => analytics.report({ event: 'basket:opened', properties: { id } });
}
