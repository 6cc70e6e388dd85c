import type { IncomingMessage } from 'node:http';

/** GitHub's own limit for a payload. https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
export const LARGEST_BODY_BYTES = 25 * 1024 * 1024;

/** What may be in flight at a time; beyond, GitHub is told to come back. */
export interface BodyLimits {
  readonly bodyBytes: number;
  readonly bodies: number;
  /** Of all bodies together. */
  readonly allBytes: number;
}

export const DEFAULT_BODY_LIMITS: BodyLimits = {
  bodyBytes: LARGEST_BODY_BYTES,
  bodies: 2_000,
  allBytes: 256 * 1024 * 1024,
};

/** Why a body was not read: it is too large, too many are in flight, or the sender went away. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  constructor(
    readonly status: 400 | 413 | 503,
    message: string,
  ) {
    super(message);
  }
}

/** Reads bodies within limits, which are checked before a byte beyond them is kept. */
export class BodyReader {
  #bodies = 0;
  #bytes = 0;

  constructor(private readonly limits: BodyLimits) {}

  /**
   * Reads a body and keeps it counted as in flight until `use` is done with it.
   * @throws BodyRefused
   */
  async read<T>(request: IncomingMessage, use: (body: Buffer) => Promise<T>): Promise<T> {
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > this.limits.bodyBytes) throw this.#tooLarge();
    if (this.#bodies >= this.limits.bodies || this.#bytes + declared > this.limits.allBytes) throw BUSY();
    this.#bodies++;
    let size = 0;
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        const bytes = chunk as Buffer;
        size += bytes.length;
        this.#bytes += bytes.length;
        if (size > this.limits.bodyBytes) throw this.#tooLarge();
        if (this.#bytes > this.limits.allBytes) throw BUSY();
        chunks.push(bytes);
      }
      return await use(Buffer.concat(chunks, size));
    } catch (error) {
      if (request.errored) throw new BodyRefused(400, 'The body ended early.');
      throw error;
    } finally {
      this.#bodies--;
      this.#bytes -= size;
    }
  }

  #tooLarge(): BodyRefused {
    return new BodyRefused(413, `The body is larger than ${this.limits.bodyBytes} bytes.`);
  }
}

const BUSY = () => new BodyRefused(503, 'Too many deliveries at a time; deliver again later.');
