import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For how long what a refused sender still sends is thrown away, so that it gets to read why it was refused. */
const DRAIN_MS = 1_000;

/** Sends an answer. If the body was not read to its end, the connection is closed after it. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.headersSent) return;
  const isRead = request.complete;
  response.writeHead(answer.status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(answer.text),
    'x-content-type-options': 'nosniff',
    ...(isRead ? {} : { connection: 'close' }),
    ...(answer.status === 503 ? { 'retry-after': '5' } : {}),
    ...answer.headers,
  });
  if (isRead) {
    response.end(answer.text);
    return;
  }
  // Closing while bytes come in makes the sender's side throw the answer away, so the end comes after them.
  response.write(answer.text);
  const { socket } = request;
  const close = () => {
    clearTimeout(timer);
    response.end();
    socket.destroySoon();
  };
  const timer = setTimeout(close, DRAIN_MS);
  request.on('error', () => undefined);
  request.once('close', close);
  request.resume();
}
