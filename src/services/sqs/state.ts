import type { Collection } from '../../contract/collection.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';
import type { QueueSettings } from './domain/settings.ts';

export interface QueueDocument {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly created: Instant;
  readonly modified: Instant;
  /** Names where its messages are: another place after a purge. A UUID. */
  readonly store: string;
  /** Keys the hashes of groups and deduplication ids, and proves receipt handles. 32 bytes, base64. */
  readonly secret: string;
  readonly isFifo: boolean;
  readonly settings: QueueSettings;
  readonly policy?: BoundPolicy;
  readonly tags: Tags;
  readonly purged?: Instant;
}

function collection<T extends object>(
  name: string,
  sealed: boolean,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name, scope: 'regional', sealed, shape: 1, upgrades: {}, indexes };
}

/** By name. `source` finds queues by the dead-letter queue they use. */
export const queues = collection<QueueDocument>('sqs.queue', true, {
  source: ({ name, settings: { redrive } }) =>
    redrive === undefined ? [] : [`${redrive.target}/${name}`],
});

/** By name: a queue's name is free again some time after it was deleted. */
export const deletedQueues = collection<{ readonly deleted: Instant }>('sqs.deletedQueue', false);

/** What a message says. It never changes; whether it is there is told by its entry. */
export interface MessageContent {
  /** The content as JSON, or encrypted under a data key of KMS. */
  readonly text: string;
  readonly key?: WrappedKey;
  /** The group's name, which goes along when the message moves to another queue. */
  readonly group?: string;
}

/** A data key as KMS encrypted it, and what for. */
export interface WrappedKey {
  /** Base64. */
  readonly ciphertext: string;
  /** The encryption context's `aws:sqs:arn`. */
  readonly queueArn: string;
  /** The KMS key's ARN. */
  readonly keyArn: string;
}

/** By `store/message`. */
export const contents = collection<MessageContent>('sqs.content', true);

/** A message's place in its queue: small, so that it is cheap to change with each receive. */
export interface Entry {
  readonly store: string;
  readonly sent: Instant;
  /** When it can be received: later for what is delayed or in flight. */
  readonly available: Instant;
  /** How often it was received, in all queues it was in. It numbers its receipt handles. */
  readonly receives: number;
  /** The same, in this queue. */
  readonly receivesHere: number;
  readonly first?: Instant;
  /** When it was received last. */
  readonly taken?: Instant;
  /** FIFO: the group's keyed hash, and the place in it. */
  readonly group?: string;
  readonly sequence?: string;
  /** The queue it was dead in. */
  readonly source?: string;
}

/** 13 digits: instants sort as text. */
export function sortable(instant: Instant): string {
  return String(Math.max(0, Math.floor(instant))).padStart(13, '0');
}

export const DELAYED = 'd';
export const RECEIVED = 'r';

/**
 * By `store/message`. `turn` sorts what is not of a group by when it is available, and tells what is delayed from what is
 * in flight; `order` sorts within a group; `sent` sorts everything by age.
 */
export const entries = collection<Entry>('sqs.entry', false, {
  turn: ({ store, group, available, receivesHere }) =>
    group === undefined
      ? [`${store}/${sortable(available)}${receivesHere > 0 ? RECEIVED : DELAYED}`]
      : [],
  order: ({ store, group, sequence }) =>
    group === undefined || sequence === undefined ? [] : [`${store}/${group}/${sequence}`],
  sent: ({ store, sent }) => [`${store}/${sortable(sent)}`],
});

export function messageKey(store: string, message: string): string {
  return `${store}/${message}`;
}

/** A message group of a FIFO queue. Written with each of its messages: they are in order anyway. */
export interface Group {
  readonly store: string;
  readonly count: number;
  /** The last sequence number, 20 digits. */
  readonly last: string;
  /** When it is worth looking at. */
  readonly available: Instant;
  /** What was received of it, at most ten: until all are deleted or visible again, nothing else is. */
  readonly inFlight: readonly { readonly message: string; readonly until: Instant }[];
  readonly touched: Instant;
}

/** By `store/group`. `turn` sorts those with messages; `idle` finds those without. */
export const groups = collection<Group>('sqs.group', false, {
  turn: ({ store, count, available }) => (count > 0 ? [`${store}/${sortable(available)}`] : []),
  idle: ({ store, count, touched }) => (count > 0 ? [] : [`${store}/${sortable(touched)}`]),
});

/** What a deduplication id stands for until its time is over. */
export interface Duplicate {
  readonly store: string;
  readonly message: string;
  readonly sequence: string;
  readonly until: Instant;
}

/** By `store/hash`. */
export const duplicates = collection<Duplicate>('sqs.duplicate', false, {
  until: ({ store, until }) => [`${store}/${sortable(until)}`],
});
