import type { PutEventsRequestEntry } from '../../../models/events/types.ts';
import type { Hops } from './state.ts';

/** An event that a rule passes to another bus as it is: with its id, its account, its Region and its source. */
export interface Forwarded {
  readonly id: string;
  readonly text: string;
  readonly hops: Hops;
}

/**
 * What belongs to an entry of PutEvents that EventBridge itself makes. It never travels with the entry, so no request can
 * claim to pass on what somebody else has said.
 */
const forwarded = new WeakMap<PutEventsRequestEntry, Forwarded>();

export function forwardingEntry(
  entry: PutEventsRequestEntry,
  event: Forwarded,
): PutEventsRequestEntry {
  forwarded.set(entry, event);
  return entry;
}

export function forwardedBy(entry: PutEventsRequestEntry): Forwarded | undefined {
  return forwarded.get(entry);
}
