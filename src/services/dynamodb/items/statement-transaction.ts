import type {
  DynamodbOperations,
  ExecuteTransactionInput,
  ParameterizedStatement,
} from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { ServiceError } from '../../../core/errors.ts';
import { invalid } from '../domain/invalid.ts';
import { conjuncts, keyNamed } from '../domain/partiql/key-values.ts';
import { parseStatement } from '../domain/partiql/parse.ts';
import type { SelectStatement, Statement } from '../domain/partiql/statements.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { transactionCancelled } from '../errors.ts';
import { readUnits, unitsOfWrite } from './capacity.ts';
import { doubled, readCapacity, UnitsByTable, unitsOfRepeat, writeCapacity } from './item-units.ts';
import { itemId, keyAttributes, keyOfItem } from './keys.ts';
import { openTable, type OpenTable, writerOf } from './open-table.ts';
import { statementPermission } from './statement-authorization.ts';
import { keyOfRead, readOne } from './statement-read.ts';
import { planStatement } from './statement-write.ts';
import { enclosed } from './transactions-actions.ts';
import { NO_REASON, type Reason, reasonFor } from './transactions-reasons.ts';
import { rememberDone, wasDone } from './transactions-tokens.ts';
import { requireOneEach } from './transactions-write.ts';
import { performWrite, planCheck, type PlannedWrite } from './writes.ts';

const NAME = 'ExecuteTransaction';

export function createExecuteTransaction(
  keys: TableKeys,
): OperationOf<DynamodbOperations, 'ExecuteTransaction'> {
  return {
    name: NAME,
    access: 'write',
    eventCategory: 'data',
    authorize: (input, context) =>
      Promise.all(
        input.TransactStatements.map(async (request, index) => {
          const { ReturnConsumedCapacity } = input;
          const wanted = { ...request, ReturnConsumedCapacity };
          const statement = statementIn(request, index);
          return enclosed(await statementPermission(context, statement, wanted), NAME);
        }),
      ),
    handle: (input, context) => {
      const statements = input.TransactStatements.map(statementIn);
      const reads = statements.filter((statement) => statement.kind === 'select');
      if (reads.length === 0) return writeTogether(input, statements, context, keys);
      if (reads.length === statements.length) return readTogether(input, reads, context, keys);
      throw invalid(
        `${NAME} API does not support both read and write operations in the same request.`,
      );
    },
  };
}

/** Errors: `ValidationException`, which names the statement by its place. */
function statementIn({ Statement, Parameters }: ParameterizedStatement, index: number): Statement {
  return located(index, () => {
    const statement = parseStatement(Statement, Parameters ?? []);
    if ('returning' in statement && statement.returning !== undefined) {
      throw invalid(`RETURNING clause is not supported in ${NAME}.`);
    }
    if (statement.kind === 'select' && statement.index !== undefined) {
      throw invalid('Reads on indices are not supported within transactions.');
    }
    return statement;
  });
}

function located<T>(index: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'ValidationException') throw error;
    throw invalid(`Validation failed in TransactStatements[${index}]: ${error.message}`);
  }
}

async function readTogether(
  input: ExecuteTransactionInput,
  statements: readonly SelectStatement[],
  context: Context,
  keys: TableKeys,
) {
  const units = new UnitsByTable();
  const wanted = [];
  for (const [index, statement] of statements.entries()) {
    const open = await openTable(context, keys, statement.table);
    wanted.push({ statement, open, key: located(index, () => keyOfRead(open, statement, NAME)) });
  }
  requireOneEach(wanted.map(({ open, key }) => itemId(open.table, open.keys, key)));
  const Responses = [];
  for (const { statement, open, key } of wanted) {
    const { item, bytes } = await readOne(open, statement, key);
    units.add(open.table, doubled({ table: readUnits(bytes, true), indexes: new Map() }));
    Responses.push(item === undefined ? {} : { Item: item });
  }
  return { Responses, ...readCapacity(units.answer(input.ReturnConsumedCapacity)) };
}

interface Planned {
  readonly statement: Statement;
  readonly open: OpenTable;
  readonly plan: PlannedWrite;
}

async function writeTogether(
  input: ExecuteTransactionInput,
  statements: readonly Statement[],
  context: Context,
  keys: TableKeys,
) {
  const isRepeated = await wasDone(input, context);
  const units = new UnitsByTable();
  const reasons: Reason[] = [];
  const planned: Planned[] = [];
  const ids: (string | undefined)[] = [];
  for (const [index, statement] of statements.entries()) {
    const open = await openTable(context, keys, statement.table);
    const id = idNamed(open, statement);
    ids.push(id);
    if (isRepeated) {
      units.add(open.table, await unitsOfRepeat(open, id));
      continue;
    }
    located(index, () => assertExistence(open, statement));
    const onFailure = input.TransactStatements[index]?.ReturnValuesOnConditionCheckFailure;
    try {
      planned.push({ statement, open, plan: await planOf(open, statement, onFailure) });
      reasons.push(NO_REASON);
    } catch (error) {
      reasons.push(reasonFor(error));
    }
  }
  if (isRepeated) return readCapacity(units.answer(input.ReturnConsumedCapacity));
  requireOneEach(ids);
  requireNone(reasons);
  requireNone(planned.map((one) => perform(one, context)));
  for (const { open, plan } of planned) {
    units.add(open.table, doubled(unitsOfWrite(open.table, plan.before?.item, plan.after)));
  }
  rememberDone(input, context);
  return writeCapacity(units.answer(input.ReturnConsumedCapacity));
}

function requireNone(reasons: readonly Reason[]): void {
  if (reasons.some((reason) => reason !== NO_REASON)) throw transactionCancelled(reasons);
}

type OnFailure = ParameterizedStatement['ReturnValuesOnConditionCheckFailure'];

async function planOf(
  open: OpenTable,
  statement: Statement,
  onFailure: OnFailure,
): Promise<PlannedWrite> {
  if (statement.kind === 'select') throw new TypeError('reads are not planned');
  if (statement.kind !== 'exists') return planStatement(open, statement, onFailure);
  const key = keyNamed(statement.where, keyNames(open)) ?? {};
  const before = await planCheck(open, key, { condition: statement.where, onFailure });
  return { before, after: before?.item };
}

function keyNames({ table }: OpenTable): readonly string[] {
  return keyAttributes(table.key).map(({ name }) => name);
}

/** `EXISTS` asks for one item and for something of it. */
function assertExistence(open: OpenTable, statement: Statement): void {
  if (statement.kind !== 'exists') return;
  const names = keyNames(open);
  const isOne = keyNamed(statement.where, names) !== undefined;
  if (isOne && conjuncts(statement.where).length > names.length) return;
  throw invalid('EXISTS() must contain a single item read with additional condition');
}

function perform({ statement, open, plan }: Planned, context: Context): Reason {
  try {
    if (statement.kind !== 'exists') performWrite(writerOf(context), open, plan);
    return NO_REASON;
  } catch (error) {
    return reasonFor(error);
  }
}

/** The item that a statement is about; undefined: its plan tells what is wrong with its key. */
function idNamed(open: OpenTable, statement: Statement): string | undefined {
  const { table, keys } = open;
  const item =
    statement.kind === 'insert'
      ? statement.item
      : statement.where && keyNamed(statement.where, keyNames(open));
  try {
    return item && itemId(table, keys, keyOfItem(table.key, item));
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
