import type {
  BillingMode,
  IndexStatus,
  ProjectionType,
  StreamViewType,
  TableClass,
  TableStatus,
} from '../../../models/dynamodb/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';

/** An attribute of a key, with the type that every item must give it. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

export interface KeySchema {
  readonly hash: KeyAttribute;
  readonly range?: KeyAttribute;
}

/** Capacity units in each second. */
export interface Throughput {
  readonly read: number;
  readonly write: number;
}

export interface OnDemandLimits {
  readonly read?: number;
  readonly write?: number;
}

/** A secondary index, local or global. It has no items of its own: it is another order of the table's items. */
export interface IndexDocument {
  readonly name: string;
  /** Names it in items' places, and is not used again by another index of the table. */
  readonly place: string;
  readonly isLocal: boolean;
  readonly key: KeySchema;
  readonly projection: ProjectionType;
  /** Further attributes of the projection `INCLUDE`. */
  readonly attributes: readonly string[];
  readonly status: IndexStatus;
  /** Set while items that were there before it are being placed in it. */
  readonly isBackfilling?: boolean;
  readonly throughput?: Throughput;
  readonly onDemand?: OnDemandLimits;
  /** As its items were last counted, with their whole sizes. */
  readonly count?: number;
  readonly bytes?: number;
}

/** How the key of a table's items is protected. */
export interface KmsProtection {
  /** The KMS key's ARN. */
  readonly keyArn: string;
  /** The key of DynamoDB in the account, `alias/aws/dynamodb`. */
  readonly isManaged: boolean;
  readonly grantId: string;
  /** The table key as KMS encrypted it, base64. */
  readonly tableKey: string;
  /** The items' key under the table key, base64. */
  readonly itemKey: string;
  /** Set while the KMS key can't be used. */
  readonly inaccessible?: Instant;
  /** A change to another key is under way. */
  readonly isChanging?: boolean;
}

export interface StreamState {
  readonly arn: string;
  /** The stream's creation time, as ARNs name it. */
  readonly label: string;
  readonly view: StreamViewType;
}

export interface TimeToLive {
  readonly attribute: string;
  readonly status: 'ENABLING' | 'ENABLED' | 'DISABLING';
}

/** A table of a global table in another Region. */
export interface ReplicaDocument {
  readonly region: string;
  readonly status: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING' | 'CREATION_FAILED';
  readonly kmsKeyArn?: string;
  readonly readOverride?: number;
  readonly tableClass?: TableClass;
}

export interface TableDocument {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** A UUID: `TableId`. */
  readonly id: string;
  /** Names where its items are. 16 hexadecimal digits. */
  readonly store: string;
  readonly created: Instant;
  readonly status: TableStatus;
  readonly attributes: readonly KeyAttribute[];
  readonly key: KeySchema;
  /** Local ones first, in the order they were given. */
  readonly indexes: readonly IndexDocument[];
  /** How many indexes the table ever had. */
  readonly indexesMade: number;
  readonly billing: BillingMode;
  readonly onDemandSince?: Instant;
  readonly throughput: Throughput;
  readonly throughputRaised?: Instant;
  readonly throughputLowered?: Instant;
  readonly onDemand?: OnDemandLimits;
  readonly tableClass?: TableClass;
  readonly tableClassChanged?: Instant;
  readonly isProtected: boolean;
  readonly tags: Tags;
  readonly policy?: BoundPolicy;
  /** Changes with the policy. */
  readonly policyRevision?: string;
  /** The items' key, base64, 32 bytes, where no KMS key of the account protects it. */
  readonly itemKey?: string;
  readonly protection?: KmsProtection;
  readonly stream?: StreamState;
  readonly timeToLive?: TimeToLive;
  /** Every Region of a global table but this one. */
  readonly replicas: readonly ReplicaDocument[];
  /** Made of a backup: ARNs of it and of its table. */
  readonly restored?: { readonly backup: string; readonly table: string; readonly at: Instant };
  readonly archived?: Instant;
  /** As they were last counted. */
  readonly count: number;
  readonly bytes: number;
}

function collection<T extends object>(
  name: string,
  sealed: boolean,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name, scope: 'regional', sealed, shape: 1, upgrades: {}, indexes };
}

/** By name. */
export const tables = collection<TableDocument>('dynamodb.table', true);

/** An item. What it says is encrypted; in clear is its size, when it expires, and how it sorts. */
export interface ItemDocument {
  /** The table's `store`. */
  readonly store: string;
  /** Its place among all items of the table; see `items/places.ts`. */
  readonly place: string;
  /** Its places in secondary indexes, by the indexes' `place`. */
  readonly indexed: Readonly<Record<string, string>>;
  /** The item as JSON, encrypted under the table's item key. Base64. */
  readonly body: string;
  /** Bytes of the item, as DynamoDB counts them. */
  readonly size: number;
  /** Seconds since 1970, from the attribute that says when it expires. */
  readonly expires?: number;
  /** Items of global tables: where and when it was written last. */
  readonly written?: Writing;
}

export interface Writing {
  readonly region: string;
  readonly at: Instant;
}

/**
 * By `store/hash of the key`. `place` sorts them by partition and sort key, `indexed` likewise for each index, `expires`
 * by when their time is over.
 */
export const items = collection<ItemDocument>('dynamodb.item', false, {
  place: ({ store, place }) => [`${store}/${place}`],
  indexed: ({ store, indexed }) =>
    Object.entries(indexed).map(([index, place]) => `${store}/${index}/${place}`),
  expires: ({ store, expires }) =>
    expires === undefined ? [] : [`${store}/${sortableSeconds(expires)}`],
});

/** 12 digits: they sort as text. */
export function sortableSeconds(seconds: number): string {
  return String(Math.max(0, Math.floor(seconds))).padStart(12, '0');
}

/** A transaction that was done under a token of its client. */
export interface TokenDocument {
  /** SHA-256 of what it asked for. */
  readonly digest: string;
  readonly done: Instant;
}

/** By token, in the client's account. */
export const tokens = collection<TokenDocument>('dynamodb.token', true);
