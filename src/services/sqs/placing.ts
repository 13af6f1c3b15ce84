import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import {
  contents,
  type Entry,
  entries,
  type Group,
  groups,
  messageKey,
  type MessageContent,
  type QueueDocument,
} from './state.ts';

/** Sequence numbers of one group grow; those of a new one begin beyond what an old one of its name had. */
const NUMBERS_PER_MS = 10_000_000n;
const SEQUENCE_DIGITS = 20;

export interface Placed {
  readonly message: string;
  readonly content: MessageContent;
  /** All of its entry but its place. */
  readonly entry: Omit<Entry, 'store' | 'group' | 'sequence'>;
  /** The group's keyed hash, for FIFO queues. */
  readonly group?: string;
}

/** Puts a message into a queue. Answers its sequence number, where it has one. */
export async function place(
  view: View,
  queue: Pick<QueueDocument, 'store'>,
  placed: Placed,
  now: Instant,
): Promise<string | undefined> {
  const { message, content, entry, group } = placed;
  const { store } = queue;
  const id = messageKey(store, message);
  view.put(contents, id, content);
  if (group === undefined) {
    view.put(entries, id, { ...entry, store });
    return undefined;
  }
  const known = await view.get(groups, `${store}/${group}`);
  const sequence = nextSequence(known?.last, now);
  const isFirst = known === undefined || known.count === 0;
  view.put(groups, `${store}/${group}`, {
    store,
    count: (known?.count ?? 0) + 1,
    last: sequence,
    available: isFirst ? entry.available : known.available,
    inFlight: known?.inFlight ?? [],
    touched: now,
  });
  view.put(entries, id, { ...entry, store, group, sequence });
  return sequence;
}

function nextSequence(last: string | undefined, now: Instant): string {
  const byTime = BigInt(Math.floor(now)) * NUMBERS_PER_MS;
  const following = last === undefined ? 0n : BigInt(last) + 1n;
  return String(following > byTime ? following : byTime).padStart(SEQUENCE_DIGITS, '0');
}

/** Takes a message away, and makes room for the next of its group. */
export async function dropEntry(view: View, id: string, now: Instant): Promise<void> {
  const entry = await view.get(entries, id);
  if (entry === undefined) return;
  view.delete(entries, id);
  view.delete(contents, id);
  if (entry.group === undefined) return;
  const key = `${entry.store}/${entry.group}`;
  const group = await view.get(groups, key);
  if (group === undefined) return;
  const inFlight = group.inFlight.filter(({ message }) => message !== id);
  const count = Math.max(0, group.count - 1);
  view.put(groups, key, {
    ...group,
    count,
    inFlight,
    available: nextLook(inFlight, now),
    touched: now,
  });
}

/** A group is worth looking at when nothing of it is in flight any more. */
export function nextLook(inFlight: Group['inFlight'], now: Instant): Instant {
  return Math.max(now, ...inFlight.map(({ until }) => until));
}
