import type { StreamViewType } from '../../../../models/dynamodb/types.ts';
import type { Collection } from '../../../contract/collection.ts';
import type { Instant } from '../../../core/time.ts';
import type { KeySchema, TableDocument } from '../state.ts';

/** What opens the items' key of a table. */
export type KeyHolder = Pick<
  TableDocument,
  'id' | 'name' | 'account' | 'region' | 'itemKey' | 'protection'
>;

/** A stream of what was written to a table. It outlives its end, and its table, by as long as records are kept. */
export interface StreamDocument {
  readonly table: string;
  readonly tableId: string;
  readonly arn: string;
  readonly label: string;
  readonly view: StreamViewType;
  readonly key: KeySchema;
  /** Names its records. */
  readonly store: string;
  readonly created: Instant;
  /** When it was turned off. */
  readonly ended?: Instant;
  /** Set when its table is gone: what its records are opened with. */
  readonly orphaned?: KeyHolder;
}

/** By `table/label`. `store` finds the one that records are of. */
export const streams: Collection<StreamDocument> = {
  name: 'dynamodb.stream',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: { store: ({ store }) => [store] },
};

export interface RecordDocument {
  readonly at: Instant;
  readonly kind: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly isExpiry?: boolean;
  /** What the body is sealed under. */
  readonly sealedAs: string;
  /** Key and images as JSON, encrypted under the table's item key. Base64. */
  readonly body: string;
  /** Bytes of key and images. */
  readonly size: number;
}

/** By `stream's store/sequence number`: they sort in the order of writes. */
export const records: Collection<RecordDocument> = {
  name: 'dynamodb.streamRecord',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export function streamId(table: string, label: string): string {
  return `${table}/${label}`;
}
