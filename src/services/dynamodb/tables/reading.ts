import type { DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import { onTable, tableTarget } from '../authorization.ts';
import { tables } from '../state.ts';
import { tableDescription } from './description.ts';

const NAMES_MAX = 100;

export const describeTable: OperationOf<DynamodbOperations, 'DescribeTable'> = {
  name: 'DescribeTable',
  access: 'read',
  authorize: onTable('dynamodb:DescribeTable'),
  handle: async (input, context) => {
    const { table } = await tableTarget(context, input.TableName);
    return { Table: tableDescription(table) };
  },
};

export const listTables: OperationOf<DynamodbOperations, 'ListTables'> = {
  name: 'ListTables',
  access: 'read',
  authorize: async () => [{ action: 'dynamodb:ListTables', resource: '*' }],
  handle: async ({ ExclusiveStartTableName: start, Limit = NAMES_MAX }, { view }) => {
    const { items, last } = await view.list(tables, {
      limit: Limit,
      ...(start === undefined ? {} : { after: { key: start, id: start } }),
    });
    return {
      TableNames: items.map(({ id }) => id),
      ...(last === undefined ? {} : { LastEvaluatedTableName: last.id }),
    };
  },
};
