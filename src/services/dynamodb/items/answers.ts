import type {
  ReturnConsumedCapacity,
  ReturnItemCollectionMetrics,
} from '../../../../models/dynamodb/types.ts';
import type { Item } from '../domain/values.ts';
import type { TableDocument } from '../state.ts';
import { collectionMetrics, consumedCapacity, unitsOfWrite } from './capacity.ts';

interface Wanted {
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics | undefined;
}

/** What an answer tells of a write beside attributes. */
export function writtenMembers(
  table: TableDocument,
  wanted: Wanted,
  { before, after }: { readonly before: Item | undefined; readonly after: Item | undefined },
) {
  const isCounted = (wanted.ReturnConsumedCapacity ?? 'NONE') !== 'NONE';
  const capacity = isCounted
    ? consumedCapacity(table, wanted.ReturnConsumedCapacity, unitsOfWrite(table, before, after))
    : undefined;
  const item = after ?? before;
  const metrics =
    item === undefined
      ? undefined
      : collectionMetrics(table, wanted.ReturnItemCollectionMetrics, item);
  return {
    ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }),
    ...(metrics === undefined ? {} : { ItemCollectionMetrics: metrics }),
  };
}
