import { useEffect } from 'react';
import { mixpanel } from './analytics';

interface Props {
  readonly customer: { readonly id: string; readonly name: string; readonly ownerName: string };
  readonly healthScore: number;
  readonly topFunnel: { readonly name: string };
}

export function CustomerPage({ customer, healthScore, topFunnel }: Props) {
  useEffect(() => {
    mixpanel.track('health_score_opened', {
      customer_id: customer.id,
      health_score: healthScore,
      funnel_name: topFunnel.name,
    });
  }, [customer.id, healthScore, topFunnel.name]);

  const openOwner = () => {
    mixpanel.track('Health Score Opened', { customer_id: customer.id, owner: customer.ownerName });
  };

  return (
    <main>
      <h1>{customer.name}</h1>
      <button onClick={openOwner}>Owner</button>
    </main>
  );
}
