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
import { openTable, type OpenTable, writerOf } from './open-table.ts';
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
          const { ReturnConsumedCapacity } = input;
          return [statementPermission(context, statement, { ...request, ReturnConsumedCapacity })];
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
  // All are opened before anything is written: a key that KMS refuses drops what the unit has written so far.
  const readied: (() => Promise<Opened>)[] = [];
  for (const request of input.Statements) readied.push(await ready(request, context, keys));
  const Responses: BatchStatementResponse[] = [];
  for (const [at, request] of input.Statements.entries()) {
    const open = readied[at];
    if (open !== undefined) Responses.push(await answerTo(request, open, context, units));
  }
  const capacity = units.answer(input.ReturnConsumedCapacity);
  return { Responses, ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }) };
}

interface Opened {
  readonly statement: ReturnType<typeof statementIn>;
  readonly open: OpenTable;
}

/** The statement and its table, or what is wrong with them, for when its turn comes. */
async function ready(
  request: BatchStatementRequest,
  context: Context,
  keys: TableKeys,
): Promise<() => Promise<Opened>> {
  try {
    const statement = statementIn(request);
    const index = statement.kind === 'select' ? statement.index : undefined;
    const opened = { statement, open: await openTable(context, keys, statement.table, index) };
    return () => Promise.resolve(opened);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return () => Promise.reject(error);
  }
}

async function answerTo(
  request: BatchStatementRequest,
  open: () => Promise<Opened>,
  context: Context,
  units: UnitsByTable,
): Promise<BatchStatementResponse> {
  try {
    const opened = await open();
    const { statement } = opened;
    const item = await run(request, opened, context, units);
    return { TableName: statement.table, ...(item === undefined ? {} : { Item: item }) };
  } catch (error) {
    return { Error: faultOf(error) };
  }
}

async function run(
  request: BatchStatementRequest,
  { statement, open }: Opened,
  context: Context,
  units: UnitsByTable,
): Promise<Item | undefined> {
  if (statement.kind === 'select') {
    const { item, bytes } = await readOne(open, statement, keyOfRead(open, statement, NAME));
    const table = readUnits(bytes, request.ConsistentRead ?? false);
    units.add(open.table, { table, indexes: new Map() });
    return item;
  }
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
