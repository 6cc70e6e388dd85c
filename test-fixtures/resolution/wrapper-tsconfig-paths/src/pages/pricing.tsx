import { emit } from '~telemetry';
import { emit as emitToo } from '@/infra/telemetry';

export function Pricing() {
  return (
    <button
      onClick={() => {
        emit('Pricing Clicked', { position: 1 });
        emitToo('Pricing Opened');
      }}
    >
      See plans
    </button>
  );
}
