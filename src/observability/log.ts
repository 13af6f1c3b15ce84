import { pino } from 'pino';

/** Structured lines on stderr. Callers give no secrets: identifiers, counts and error texts only. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** `level`: `info`, `warn`, `error` or `silent`. Standard output stays free for what scripts read. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
