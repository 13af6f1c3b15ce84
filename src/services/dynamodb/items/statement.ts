import type {
  DynamodbOperations,
  ExecuteStatementInput,
} from '../../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import { notWellFormed } from '../domain/partiql/faults.ts';
import { parseStatement } from '../domain/partiql/parse.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { statementPermission } from './statement-authorization.ts';
import { select } from './statement-select.ts';
import { write } from './statement-write.ts';

export function createExecuteStatement(
  keys: TableKeys,
): OperationOf<DynamodbOperations, 'ExecuteStatement'> {
  return {
    name: 'ExecuteStatement',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => [
      await statementPermission(context, statementIn(input), input),
    ],
    handle: (input, context) => {
      const statement = statementIn(input);
      return statement.kind === 'select'
        ? select(input, statement, context, keys)
        : write(input, statement, context, keys);
    },
  };
}

function statementIn({ Statement, Parameters }: ExecuteStatementInput) {
  const statement = parseStatement(Statement, Parameters ?? []);
  if (statement.kind === 'exists') throw notWellFormed('Expected data manipulation');
  return statement;
}
