import { DAY_MS, HOUR_MS, type Instant } from '../../../core/time.ts';
import { eventBytes, type LogEvent } from './chunks.ts';

const BATCH_BYTES_MAX = 1_048_576;
const TOO_OLD_MS = 14 * DAY_MS;
const TOO_NEW_MS = 2 * HOUR_MS;

/** What a batch may not be, as AWS says it; undefined when it is well-formed. */
export function batchFault(events: readonly LogEvent[]): string | undefined {
  let bytes = 0;
  let previous: Instant | undefined;
  for (const event of events) {
    if (previous !== undefined && event[0] < previous) {
      return 'Log events in a single PutLogEvents request must be in chronological order.';
    }
    previous = event[0];
    bytes += eventBytes(event);
  }
  if (bytes > BATCH_BYTES_MAX) {
    return `Upload too large: ${bytes} bytes exceeds limit of ${BATCH_BYTES_MAX}`;
  }
  const first = events[0]?.[0] ?? 0;
  if (previous !== undefined && previous - first > DAY_MS) {
    return 'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.';
  }
  return undefined;
}

/** Which events of a chronological batch are taken, and AWS's report of the others. */
export interface Sifted {
  readonly taken: readonly LogEvent[];
  readonly rejected?: {
    readonly tooNewLogEventStartIndex?: number;
    readonly tooOldLogEventEndIndex?: number;
    readonly expiredLogEventEndIndex?: number;
  };
}

export function sift(
  events: readonly LogEvent[],
  now: Instant,
  retentionDays: number | undefined,
): Sifted {
  const indexFrom = (instant: Instant): number => {
    const index = events.findIndex(([timestamp]) => timestamp >= instant);
    return index === -1 ? events.length : index;
  };
  const old = indexFrom(now - TOO_OLD_MS);
  const expired = retentionDays === undefined ? 0 : indexFrom(now - retentionDays * DAY_MS);
  const fresh = indexFrom(now + TOO_NEW_MS + 1);
  const taken = events.slice(Math.max(old, expired), fresh);
  if (taken.length === events.length) return { taken };
  return {
    taken,
    rejected: {
      ...(fresh < events.length ? { tooNewLogEventStartIndex: fresh } : {}),
      ...(old > 0 ? { tooOldLogEventEndIndex: old } : {}),
      ...(expired > old ? { expiredLogEventEndIndex: expired } : {}),
    },
  };
}
