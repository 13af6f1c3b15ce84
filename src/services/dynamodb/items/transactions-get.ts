import type {
  DynamodbOperations,
  Get,
  TransactGetItemsInput,
} from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { checkedItem } from '../domain/checked-values.ts';
import { projected } from '../domain/expressions/projections.ts';
import { invalid } from '../domain/invalid.ts';
import { attributeOf, type Item } from '../domain/values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { transactionCancelled } from '../errors.ts';
import { itemPermission, selectOf } from './authorization.ts';
import { readUnits } from './capacity.ts';
import { doubled, readCapacity, UnitsByTable } from './item-units.ts';
import { givenKey, itemId, keyAttributes, type PrimaryKey, requireFilled } from './keys.ts';
import { openTable, type OpenTable } from './open-table.ts';
import { namesOf, projectionIn } from './requests.ts';
import { readItem } from './storage.ts';
import { enclosed } from './transactions-actions.ts';
import { NO_REASON, type Reason, reasonFor } from './transactions-reasons.ts';
import { requireOneEach } from './transactions-write.ts';
import { requireScalarKeys } from './writes.ts';

const BYTES_MAX = 4 * 1024 * 1024;

export function createTransactGetItems(
  keys: TableKeys,
): OperationOf<DynamodbOperations, 'TransactGetItems'> {
  return {
    name: 'TransactGetItems',
    access: 'read',
    eventCategory: 'data',
    authorize: (input, context) =>
      Promise.all(
        input.TransactItems.map(async ({ Get: get }) => {
          const projection = projectionIn(get);
          const request = {
            TableName: get.TableName,
            ReturnConsumedCapacity: input.ReturnConsumedCapacity,
            Select: selectOf(get),
          };
          const names = namesOf(projection ?? [], Object.keys(get.Key));
          return enclosed(
            await itemPermission(context, 'GetItem', request, get.Key, names),
            'TransactGetItems',
          );
        }),
      ),
    handle: (input, context) => readTogether(input, context, keys),
  };
}

async function readTogether(input: TransactGetItemsInput, context: Context, keys: TableKeys) {
  const reasons: Reason[] = [];
  const wanted: { readonly get: Get; readonly open: OpenTable; readonly key: PrimaryKey }[] = [];
  for (const { Get: get } of input.TransactItems) {
    const supplied = checkedItem(get.Key);
    const open = await openTable(context, keys, get.TableName);
    requireFilledKey(open, supplied);
    try {
      const key = givenKey(open.table.key, supplied);
      requireScalarKeys(open.table, projectionIn(get) ?? []);
      wanted.push({ get, open, key });
      reasons.push(NO_REASON);
    } catch (error) {
      reasons.push(reasonFor(error));
    }
  }
  requireOneEach(wanted.map(({ open, key }) => itemId(open.table, open.keys, key)));
  if (reasons.some((reason) => reason !== NO_REASON)) throw transactionCancelled(reasons);
  const units = new UnitsByTable();
  const Responses: { readonly Item?: Item }[] = [];
  let bytes = 0;
  for (const { get, open, key } of wanted) {
    const found = await readItem(open, key);
    bytes += found?.document.size ?? 0;
    if (bytes > BYTES_MAX) {
      throw invalid('The aggregate size of the items in the transaction cannot exceed 4 MB');
    }
    const table = readUnits(found?.document.size ?? 0, true);
    units.add(open.table, doubled({ table, indexes: new Map() }));
    Responses.push(found === undefined ? {} : { Item: answered(get, found.item) });
  }
  return { Responses, ...readCapacity(units.answer(input.ReturnConsumedCapacity)) };
}

function requireFilledKey({ table }: OpenTable, key: Item): void {
  for (const { name } of keyAttributes(table.key)) {
    const value = attributeOf(key, name);
    if (value !== undefined) requireFilled(name, value);
  }
}

function answered(get: Get, item: Item): Item {
  const projection = projectionIn(get);
  return projection === undefined ? item : projected(item, projection);
}
