import type { StandardUnit } from '../../../models/logs/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { LogEvent } from './domain/chunks.ts';

export interface GroupDocument {
  /** Random: a group that is made again under its name is another. */
  readonly id: string;
  readonly name: string;
  readonly created: Instant;
  readonly groupClass: 'STANDARD' | 'INFREQUENT_ACCESS' | 'DELIVERY';
  readonly retentionDays?: number;
  readonly isProtected: boolean;
  readonly tags: Tags;
  /** What new events are encrypted by. */
  readonly key?: GroupKey;
}

export interface GroupKey {
  readonly keyArn: string;
  /** The id of its data key. */
  readonly dataKey: string;
}

export interface StreamDocument {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly created: Instant;
  readonly first?: Instant;
  readonly last?: Instant;
  readonly ingested?: Instant;
  /** Bytes of the messages it holds, with 26 for each event. */
  readonly bytes: number;
}

/** A data key of a group, as KMS encrypted it. */
export interface DataKeyDocument {
  readonly keyArn: string;
  /** Base64. */
  readonly wrapped: string;
}

/** Events of one stream and one minute that came together. */
export interface ChunkDocument {
  readonly group: string;
  readonly stream: string;
  readonly streamName: string;
  readonly first: Instant;
  readonly last: Instant;
  readonly ingested: Instant;
  /** Orders chunks that begin at the same instant: by when they came. */
  readonly order: string;
  readonly bytes: number;
  /** Exactly one of these two: clear events, or events under a data key of the group, base64. */
  readonly events?: readonly LogEvent[];
  readonly encrypted?: { readonly dataKey: string; readonly text: string };
}

export interface ResourcePolicyDocument {
  readonly name: string;
  readonly text: string;
  readonly updated: Instant;
}

export interface MetricFilterDocument {
  /** The group's name. */
  readonly group: string;
  readonly name: string;
  readonly pattern: string;
  readonly created: Instant;
  readonly metric: {
    readonly namespace: string;
    readonly name: string;
    /** A number, or the field that holds it: `$.latency`, `$bytes`. */
    readonly value: string;
    readonly unit: StandardUnit;
    readonly defaultValue?: number;
    /** Names, with the fields of their values. */
    readonly dimensions: Readonly<Record<string, string>>;
  };
}

export interface SubscriptionFilterDocument {
  /** The group's name. */
  readonly group: string;
  readonly name: string;
  readonly pattern: string;
  /** A function of the account. */
  readonly destinationArn: string;
  readonly created: Instant;
}

/** An event with its id. */
export type ToldEvent = readonly [id: string, timestamp: Instant, message: string];

/** Events of one chunk that a subscription filter lets pass, until its function has them. */
export interface SubscriptionDeliveryDocument {
  /** The group as it was. */
  readonly group: GroupDocument;
  readonly streamName: string;
  readonly filter: string;
  readonly destinationArn: string;
  readonly since: Instant;
  readonly attempts: number;
  /** Exactly one of these two: clear events, or events under a data key of the group, base64. */
  readonly events?: readonly ToldEvent[];
  readonly encrypted?: { readonly dataKey: string; readonly text: string };
}

/** A query that was asked, with what came of it. */
export interface QueryDocument {
  readonly id: string;
  /** As they were named. */
  readonly groups: readonly string[];
  readonly text: string;
  readonly created: Instant;
  /** `Timeout`: there was more than a query looks at. */
  readonly status: 'Complete' | 'Timeout';
  readonly rows: readonly (readonly (readonly [field: string, value: string])[])[];
  readonly matched: number;
  readonly scanned: number;
  readonly bytes: number;
}

function collection<T extends object>(
  name: string,
  sealed: boolean,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name: `logs.${name}`, scope: 'regional', sealed, shape: 1, upgrades: {}, indexes };
}

/** Instants in keys sort as numbers do, until the year 2286. */
export function timeKey(instant: Instant): string {
  return String(Math.max(instant, 0)).padStart(13, '0');
}

/** By name. */
export const groups = collection<GroupDocument>('group', false);

/** By the group's id and the stream's name. */
export const streams = collection<StreamDocument>('stream', false, {
  lastEvent: ({ group, last, name }) => [`${group}/${timeKey(last ?? 0)}/${name}`],
});

/** By the group's id and a random one. */
export const dataKeys = collection<DataKeyDocument>('dataKey', false);

/** By group, first event and order: a group's events in their order. */
export const chunks = collection<ChunkDocument>('chunk', true, {
  stream: ({ stream, first, order }) => [`${stream}/${timeKey(first)}/${order}`],
  streamEnd: ({ stream, last, order }) => [`${stream}/${timeKey(last)}/${order}`],
});

/** By name. */
export const resourcePolicies = collection<ResourcePolicyDocument>('resourcePolicy', false);

/** By the group's id and the filter's name. */
export const metricFilters = collection<MetricFilterDocument>('metricFilter', false);

/** By the group's id and the filter's name. */
export const subscriptionFilters = collection<SubscriptionFilterDocument>(
  'subscriptionFilter',
  false,
);

/** By group, first event, order and filter. */
export const subscriptionDeliveries = collection<SubscriptionDeliveryDocument>(
  'subscriptionDelivery',
  true,
);

/** By id. */
export const queries = collection<QueryDocument>('query', true);

export function streamKey(group: GroupDocument, name: string): string {
  return `${group.id}/${name}`;
}
