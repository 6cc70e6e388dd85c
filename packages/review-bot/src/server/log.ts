import { pino, type Logger } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Fields that a library may attach to an error or a request, and that must not be in a log. */
const SECRET_FIELDS = [
  'authorization',
  'headers',
  'body',
  'payload',
  'token',
  'privateKey',
  'secret',
  'request',
  'response',
  'connectionString',
];

/** The log: one JSON object per line on standard output, without bodies, headers or secrets. */
export function createLog(level: LogLevel): Logger {
  return pino({
    level,
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[hidden]',
    },
  });
}
