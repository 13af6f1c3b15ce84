import type { Collection } from '../../../contract/collection.ts';
import type { Instant } from '../../../core/time.ts';
import type { TableDocument } from '../state.ts';
import type { KeyHolder } from '../streams/state.ts';

/** What of a table a backup keeps, beside its items. */
export type TableSettings = Pick<
  TableDocument,
  | 'attributes'
  | 'key'
  | 'indexes'
  | 'indexesMade'
  | 'billing'
  | 'throughput'
  | 'onDemand'
  | 'tableClass'
>;

export interface BackupDocument {
  /** `01489602797149-73d8d5bc`: when it was made, and a random part. */
  readonly id: string;
  readonly name: string;
  readonly created: Instant;
  readonly status: 'CREATING' | 'AVAILABLE';
  /** The table it is of, with what opens its items: a wrapped key of the backup's own. */
  readonly holder: KeyHolder;
  readonly tableCreated: Instant;
  readonly settings: TableSettings;
  readonly stream?: TableDocument['stream'];
  readonly timeToLive?: TableDocument['timeToLive'];
  /** Names its items. */
  readonly store: string;
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

/** By id: in the order in which they were made. `table` finds those of one table by its name. */
export const backups = collection<BackupDocument>('dynamodb.backup', true, {
  table: ({ holder, id }) => [`${holder.name}/${id}`],
});

/** An item as it was stored. */
export interface BackupItem {
  /** What the body is sealed under. */
  readonly sealedAs: string;
  readonly body: string;
  readonly size: number;
}

/** By `backup's store/item`. */
export const backupItems = collection<BackupItem>('dynamodb.backupItem', false);
