import { MINUTE_MS, type Instant } from '../../../core/time.ts';

/** When it happened, and the message. */
export type LogEvent = readonly [timestamp: Instant, message: string];

/** What AWS counts for each event beside its message's UTF-8 bytes. */
const EVENT_OVERHEAD_BYTES = 26;
/** Bytes of events in one chunk. A single event may be larger. */
const CHUNK_BYTES_MAX = 256 * 1024;

export function eventBytes([, message]: LogEvent): number {
  return Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES;
}

export interface Chunk {
  readonly events: readonly LogEvent[];
  readonly first: Instant;
  readonly last: Instant;
  readonly bytes: number;
}

/** The minute an instant is in: where it begins. */
export function minuteOf(instant: Instant): Instant {
  return Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}

/**
 * Events in chronological order, cut where a minute ends and where a chunk is full. A chunk never reaches over a minute, so
 * whoever looks for an instant needs no chunk that began more than a minute before it.
 */
export function chunksOf(events: readonly LogEvent[]): readonly Chunk[] {
  const made: Chunk[] = [];
  let current: LogEvent[] = [];
  let bytes = 0;
  const close = (): void => {
    const first = current[0]?.[0];
    const last = current.at(-1)?.[0];
    if (first !== undefined && last !== undefined) {
      made.push({ events: current, first, last, bytes });
    }
    current = [];
    bytes = 0;
  };
  for (const event of events) {
    const size = eventBytes(event);
    const first = current[0]?.[0] ?? event[0];
    if (minuteOf(first) !== minuteOf(event[0]) || bytes + size > CHUNK_BYTES_MAX) close();
    current.push(event);
    bytes += size;
  }
  close();
  return made;
}
