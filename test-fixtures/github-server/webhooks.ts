import { createHmac, randomUUID } from 'node:crypto';
import type { DeliveryState } from './context.js';
import { WEBHOOK_TIMEOUT_MS } from './rules.js';
import { payloadProblems } from './webhook-schemas.js';

/** Sends webhooks as GitHub does: signed, once, given up after ten seconds, and kept for redelivery. */
export class Webhooks {
  readonly deliveries: DeliveryState[] = [];
  url: string | null = null;
  /** Deliveries are held back while it is true, so that they can be sent in another order. */
  #inFlight = new Set<Promise<void>>();
  #ids = 0;

  constructor(
    private readonly secret: string,
    private readonly onProblem: (problem: string) => void,
  ) {}

  /** @returns the delivery, before it has arrived */
  send(event: string, payload: Readonly<Record<string, unknown>>, guid: string = randomUUID()): DeliveryState {
    for (const problem of payloadProblems(event, payload)) this.onProblem(problem);
    const action = typeof payload['action'] === 'string' ? payload['action'] : null;
    const { id = null } = (payload['installation'] ?? {}) as { readonly id?: number };
    return this.#post({ event, action, body: JSON.stringify(payload), guid, isRedelivery: false, installation: id });
  }

  redeliver(id: number): DeliveryState | null {
    const found = this.deliveries.find((own) => own.id === id);
    return found ? this.#post({ ...found, isRedelivery: true }) : null;
  }

  /** Resolves when nothing is on its way. */
  async idle(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight);
  }

  #post(sent: Omit<DeliveryState, 'id' | 'deliveredAt' | 'statusCode'>): DeliveryState {
    this.#ids += 1;
    const delivery: DeliveryState = { ...sent, id: this.#ids, deliveredAt: new Date().toISOString(), statusCode: 0 };
    this.deliveries.push(delivery);
    if (this.url === null) return delivery;
    const sending = this.#deliver(this.url, delivery).finally(() => this.#inFlight.delete(sending));
    this.#inFlight.add(sending);
    return delivery;
  }

  async #deliver(url: string, delivery: DeliveryState): Promise<void> {
    const signature = createHmac('sha256', this.secret).update(delivery.body).digest('hex');
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: delivery.body,
        signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'GitHub-Hookshot/0000000',
          'x-github-delivery': delivery.guid,
          'x-github-event': delivery.event,
          'x-github-hook-id': '1',
          'x-hub-signature-256': `sha256=${signature}`,
        },
      });
      await response.arrayBuffer();
      delivery.statusCode = response.status;
    } catch {
      delivery.statusCode = 502;
    }
  }
}
