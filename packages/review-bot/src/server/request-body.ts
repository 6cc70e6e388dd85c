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
    if (this.#bodies >= this.limits.bodies || this.#bytes + declared > this.limits.allBytes) throw busy();
    this.#bodies++;
    let size = 0;
    try {
      const body = await new Promise<Buffer>((resolve, reject) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => {
          size += chunk.length;
          this.#bytes += chunk.length;
          const refused =
            size > this.limits.bodyBytes
              ? this.#tooLarge()
              : this.#bytes > this.limits.allBytes
                ? busy()
                : null;
          if (refused) {
            request.pause();
            request.removeAllListeners('data');
            reject(refused);
          } else {
            chunks.push(chunk);
          }
        });
        request.on('end', () => resolve(joined(chunks)));
        request.on('error', () => reject(new BodyRefused(400, 'The body ended early.')));
      });
      return await use(body);
    } finally {
      this.#bodies--;
      this.#bytes -= size;
    }
  }

  #tooLarge(): BodyRefused {
    return new BodyRefused(413, `The body is larger than ${this.limits.bodyBytes} bytes.`);
  }
}

/** Mostly there is one, which needs no copy. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first && chunks.length === 1 ? first : Buffer.concat(chunks);
}

function busy(): BodyRefused {
  return new BodyRefused(503, 'Too many deliveries at a time; deliver again later.');
}
