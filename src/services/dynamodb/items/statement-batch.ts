import type {
  BatchExecuteStatementInput,
  BatchStatementError,
  BatchStatementRequest,
  BatchStatementResponse,
  DynamodbOperations,
} from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { ServiceError } from '../../../core/errors.ts';
import { invalid } from '../domain/invalid.ts';
import { notWellFormed } from '../domain/partiql/faults.ts';
import { parseStatement } from '../domain/partiql/parse.ts';
import type { Statement } from '../domain/partiql/statements.ts';
import type { Item } from '../domain/values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { readUnits, unitsOfWrite } from './capacity.ts';
import { UnitsByTable } from './item-units.ts';
import { openTable, writerOf } from './open-table.ts';
import { statementPermission } from './statement-authorization.ts';
import { keyOfRead, readOne } from './statement-read.ts';
import { planStatement, returned } from './statement-write.ts';
import { performWrite } from './writes.ts';

const NAME = 'BatchExecuteStatement';

export function createBatchExecuteStatement(
  keys: TableKeys,
): OperationOf<DynamodbOperations, 'BatchExecuteStatement'> {
  return {
    name: NAME,
    access: 'write',
    eventCategory: 'data',
    authorize: (input, context) =>
      Promise.all(
        input.Statements.flatMap((request) => {
          const statement = readable(request);
          if (statement === undefined) return [];
          return [statementPermission(context, statement, input.ReturnConsumedCapacity)];
        }),
      ),
    handle: (input, context) => runAll(input, context, keys),
  };
}

/** What can't be read needs no permission: its answer says what is wrong with it. */
function readable(request: BatchStatementRequest): Statement | undefined {
  try {
    return statementIn(request);
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

function statementIn({ Statement, Parameters }: BatchStatementRequest) {
  const statement = parseStatement(Statement, Parameters ?? []);
  if (statement.kind === 'exists') throw notWellFormed('Expected data manipulation');
  return statement;
}

/** One statement after another; what one is refused with is its own answer. */
async function runAll(input: BatchExecuteStatementInput, context: Context, keys: TableKeys) {
  const kinds = new Set(
    input.Statements.flatMap((request) => readable(request)?.kind ?? []).map(
      (kind) => kind === 'select',
    ),
  );
  if (kinds.size > 1) {
    throw invalid(
      `${NAME} API does not support both read and write operations in the same request.`,
    );
  }
  const units = new UnitsByTable();
  const Responses: BatchStatementResponse[] = [];
  for (const request of input.Statements) {
    Responses.push(await answerTo(request, context, keys, units));
  }
  const capacity = units.answer(input.ReturnConsumedCapacity);
  return { Responses, ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }) };
}

async function answerTo(
  request: BatchStatementRequest,
  context: Context,
  keys: TableKeys,
  units: UnitsByTable,
): Promise<BatchStatementResponse> {
  try {
    const statement = statementIn(request);
    const item = await run(request, statement, context, { keys, units });
    return { TableName: statement.table, ...(item === undefined ? {} : { Item: item }) };
  } catch (error) {
    return { Error: faultOf(error) };
  }
}

async function run(
  request: BatchStatementRequest,
  statement: ReturnType<typeof statementIn>,
  context: Context,
  { keys, units }: { readonly keys: TableKeys; readonly units: UnitsByTable },
): Promise<Item | undefined> {
  if (statement.kind === 'select') {
    const open = await openTable(context, keys, statement.table, statement.index);
    const { item, bytes } = await readOne(open, statement, keyOfRead(open, statement, NAME));
    const table = readUnits(bytes, request.ConsistentRead ?? false);
    units.add(open.table, { table, indexes: new Map() });
    return item;
  }
  const open = await openTable(context, keys, statement.table);
  const planned = await planStatement(open, statement, request.ReturnValuesOnConditionCheckFailure);
  performWrite(writerOf(context), open, planned);
  units.add(open.table, unitsOfWrite(open.table, planned.before?.item, planned.after));
  return returned(statement, planned)[0];
}

const CODES: ReadonlyMap<string, NonNullable<BatchStatementError['Code']>> = new Map([
  ['ValidationException', 'ValidationError'],
  ['ConditionalCheckFailedException', 'ConditionalCheckFailed'],
  ['DuplicateItemException', 'DuplicateItem'],
  ['ResourceNotFoundException', 'ResourceNotFound'],
]);

function faultOf(error: unknown) {
  const Code = error instanceof ServiceError ? CODES.get(error.code) : undefined;
  if (!(error instanceof ServiceError) || Code === undefined) throw error;
  return { Code, Message: error.message, ...error.members };
}
