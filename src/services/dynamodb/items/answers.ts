import type {
  ReturnConsumedCapacity,
  ReturnItemCollectionMetrics,
} from '../../../../models/dynamodb/types.ts';
import type { TableDocument } from '../state.ts';
import type { PlannedWrite } from './writes.ts';
import { collectionMetrics, consumedCapacity, unitsOfWrite } from './capacity.ts';

interface Wanted {
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics | undefined;
}

/** What an answer tells of a write beside attributes. */
export function writtenMembers(
  table: TableDocument,
  wanted: Wanted,
  { before, after }: PlannedWrite,
) {
  const isCounted = (wanted.ReturnConsumedCapacity ?? 'NONE') !== 'NONE';
  const capacity = isCounted
    ? consumedCapacity(
        table,
        wanted.ReturnConsumedCapacity,
        unitsOfWrite(table, before?.item, after),
      )
    : undefined;
  const item = after ?? before?.item;
  const metrics =
    item === undefined
      ? undefined
      : collectionMetrics(table, wanted.ReturnItemCollectionMetrics, item);
  return {
    ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }),
    ...(metrics === undefined ? {} : { ItemCollectionMetrics: metrics }),
  };
}
