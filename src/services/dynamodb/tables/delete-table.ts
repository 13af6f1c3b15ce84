import type { DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import { onTable, saveTable, tableTarget } from '../authorization.ts';
import { invalid } from '../domain/invalid.ts';
import { resourceInUse } from '../errors.ts';
import type { TableDocument } from '../state.ts';
import { tableDescription } from './description.ts';
import { orderSettling } from './settling-order.ts';

/** The items go one batch after the other; then the name is free again. */
export const deleteTable: OperationOf<DynamodbOperations, 'DeleteTable'> = {
  name: 'DeleteTable',
  access: 'write',
  authorize: onTable('dynamodb:DeleteTable'),
  handle: async (input, context) => {
    const target = await tableTarget(context, input.TableName);
    const { table } = target;
    requireSettled(table);
    if (table.isProtected) {
      throw invalid(
        'Resource cannot be deleted as it is currently protected against deletion. ' +
          'Disable deletion protection first.',
      );
    }
    if (table.replicas.some(({ status }) => status !== 'ACTIVE')) {
      throw resourceInUse(
        `Attempt to change a resource which is still in use: Table is being updated: ${table.name}`,
      );
    }
    const deleted: TableDocument = { ...table, status: 'DELETING' };
    saveTable(target, deleted);
    orderSettling(context.unit, deleted, context.call.now);
    return { TableDescription: tableDescription(deleted) };
  },
};

const DOING: Readonly<Partial<Record<TableDocument['status'], string>>> = {
  CREATING: 'created',
  UPDATING: 'updated',
  DELETING: 'deleted',
};

/** Errors: ResourceInUseException while something is done about the table. */
export function requireSettled({ status, name }: TableDocument): void {
  const doing = DOING[status];
  if (doing === undefined) return;
  throw resourceInUse(
    `Attempt to change a resource which is still in use: Table is being ${doing}: ${name}`,
  );
}
