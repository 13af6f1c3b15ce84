import { createHash } from 'node:crypto';
import type { Collection } from '../../contract/collection.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';

export interface TopicDocument {
  /** A UUID: one that is made again under its name is another. */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly isFifo: boolean;
  /** Attributes as they were set, by name; what is not there has its default. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly policy: BoundPolicy;
  readonly tags: Tags;
}

export interface SubscriptionDocument {
  readonly id: string;
  /** The topic's id. */
  readonly topic: string;
  readonly topicArn: string;
  /** The account that subscribed. */
  readonly owner: string;
  readonly protocol: string;
  readonly endpoint: string;
  /** Attributes as they were set, by name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What opens it, until it is confirmed. */
  readonly pending?: { readonly token: string; readonly until: Instant };
  readonly wasAuthenticated: boolean;
  /** Only its owner, or the topic's, may end it. */
  readonly isGuarded: boolean;
}

function collection<T extends object>(
  name: string,
  sealed: boolean,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name, scope: 'regional', sealed, shape: 1, upgrades: {}, indexes };
}

/** By name. */
export const topics = collection<TopicDocument>('sns.topic', true);

/** Characters of a token that find it; the others open it. */
export const TOKEN_NAME = 32;

/**
 * By id, in the topic's account. `topic` finds those of a topic, `token` those that wait to be confirmed. Sealed:
 * addresses may hold passwords.
 */
export const subscriptions = collection<SubscriptionDocument>('sns.subscription', true, {
  topic: ({ topic, id }) => [`${topic}/${id}`],
  token: ({ topic, pending }) =>
    pending === undefined ? [] : [`${topic}/${pending.token.slice(0, TOKEN_NAME)}`],
});

export function endpointKey(topic: string, protocol: string, endpoint: string): string {
  return `${topic}/${protocol}/${createHash('sha256').update(endpoint).digest('hex')}`;
}

/** By `endpointKey`: the one subscription of a topic that an endpoint has. */
export const endpoints = collection<{ readonly id: string }>('sns.endpoint', false);

/** By the subscription's ARN, in its owner's account: what ListSubscriptions lists. */
export const ownSubscriptions = collection<{ readonly arn: string }>('sns.ownSubscription', false);

/** A message on its way to some subscriptions of a topic. It goes when all have it. */
export interface DeliveryBatch {
  /** `NotificationText`, JSON. */
  readonly text: string;
  readonly left: number;
}

/** By `message/part`. */
export const deliveries = collection<DeliveryBatch>('sns.delivery', true);

/** What a deduplication id of a FIFO topic stands for until its time is over. By a hash. */
export interface Published {
  readonly message: string;
  readonly sequence: string;
  readonly until: Instant;
}

export const published = collection<Published>('sns.published', false);

/** A message group of a FIFO topic: its last sequence number, 20 digits, and when that was. By a hash. */
export const topicGroups = collection<{ readonly last: string; readonly due: Instant }>(
  'sns.group',
  false,
);

/** The key that signs messages, with its certificate; PEM. */
export interface Signer {
  readonly privateKey: string;
  readonly certificate: string;
  /** What the certificate's file is called: 32 hexadecimal digits. */
  readonly name: string;
}

/** One for the installation. */
export const signers: Collection<Signer> = {
  name: 'sns.signer',
  scope: 'global',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};
