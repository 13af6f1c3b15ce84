import type {
  BatchGetItemInput,
  DynamodbOperations,
  KeysAndAttributes,
} from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { checkedItem } from '../domain/checked-values.ts';
import { projected } from '../domain/expressions/projections.ts';
import { assertOneForm } from '../domain/expressions/request-parameters.ts';
import { invalid } from '../domain/invalid.ts';
import type { Item } from '../domain/values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { selectOf } from './authorization.ts';
import { batchPermission } from './batch-authorization.ts';
import { readUnits } from './capacity.ts';
import { UnitsByTable } from './item-units.ts';
import { givenKey, itemId } from './keys.ts';
import { openTable } from './open-table.ts';
import { namesOf, projectionIn } from './requests.ts';
import { readItem } from './storage.ts';
import { requireScalarKeys } from './writes.ts';

const KEYS_MAX = 100;
/** What one answer holds; the keys behind it are for another call. */
const ANSWER_BYTES = 16 * 1024 * 1024;

export function createBatchGetItem(
  keys: TableKeys,
): OperationOf<DynamodbOperations, 'BatchGetItem'> {
  return {
    name: 'BatchGetItem',
    access: 'read',
    eventCategory: 'data',
    authorize: (input, context) =>
      Promise.all(
        Object.entries(input.RequestItems).map(([TableName, part]) =>
          batchPermission(context, 'dynamodb:BatchGetItem', {
            TableName,
            ReturnConsumedCapacity: input.ReturnConsumedCapacity,
            keyed: part.Keys,
            attributes: namesOf(projectionIn(part) ?? [], part.Keys.flatMap(Object.keys)),
            Select: selectOf(part),
          }),
        ),
      ),
    handle: (input, context) => getAll(input, context, keys),
  };
}

async function getAll(input: BatchGetItemInput, context: Context, keys: TableKeys) {
  const parts = Object.entries(input.RequestItems);
  requireFew(parts.map(([, part]) => part));
  const units = new UnitsByTable();
  const answered = { bytes: 0 };
  const Responses: [string, readonly Item[]][] = [];
  const UnprocessedKeys: [string, KeysAndAttributes][] = [];
  for (const [name, part] of parts) {
    const read = await readPart(await partOf(context, keys, name, part), answered);
    for (const taken of read.units) units.add(read.table, { table: taken, indexes: new Map() });
    Responses.push([name, read.found]);
    if (read.left.length > 0) UnprocessedKeys.push([name, { ...part, Keys: read.left }]);
  }
  const capacity = units.answer(input.ReturnConsumedCapacity);
  return {
    Responses: Object.fromEntries(Responses),
    UnprocessedKeys: Object.fromEntries(UnprocessedKeys),
    ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }),
  };
}

function requireFew(parts: readonly KeysAndAttributes[]): void {
  const total = parts.reduce((sum, { Keys }) => sum + Keys.length, 0);
  if (total > KEYS_MAX) throw invalid('Too many items requested for the BatchGetItem call');
  const either = (member: 'ProjectionExpression' | 'AttributesToGet') =>
    parts.find((part) => part[member] !== undefined)?.[member];
  assertOneForm(
    {},
    [['ProjectionExpression', either('ProjectionExpression')]],
    [['AttributesToGet', either('AttributesToGet')]],
  );
}

/** A table's part, its keys checked and its table opened. Errors: ValidationException, ResourceNotFoundException. */
async function partOf(context: Context, keys: TableKeys, name: string, part: KeysAndAttributes) {
  const projection = projectionIn(part);
  const supplied = part.Keys.map(checkedItem);
  const open = await openTable(context, keys, name);
  if (projection !== undefined) requireScalarKeys(open.table, projection);
  const primary = supplied.map((key) => givenKey(open.table.key, key));
  requireDistinct(primary.map((key) => itemId(open.table, open.keys, key)));
  return { open, part, primary, projection };
}

/** Errors: ValidationException where two of a batch are one item. */
export function requireDistinct(ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) {
    throw invalid('Provided list of item keys contains duplicates');
  }
}

/** Reads one item after another, until the answer is full. */
async function readPart(
  { open, part, primary, projection }: Awaited<ReturnType<typeof partOf>>,
  answered: { bytes: number },
) {
  const found: Item[] = [];
  const units: number[] = [];
  for (const [index, key] of primary.entries()) {
    const stored = await readItem(open, key);
    const size = stored?.document.size ?? 0;
    if (answered.bytes + size > ANSWER_BYTES) {
      return { table: open.table, found, units, left: part.Keys.slice(index) };
    }
    answered.bytes += size;
    units.push(readUnits(size, part.ConsistentRead ?? false));
    if (stored === undefined) continue;
    found.push(projection === undefined ? stored.item : projected(stored.item, projection));
  }
  return { table: open.table, found, units, left: [] };
}
