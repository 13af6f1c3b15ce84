import type { UpdateTableInput } from '../../../../models/dynamodb/types.ts';
import type { Permission, ResolveContext } from '../../../contract/operation.ts';
import { onTable } from '../authorization.ts';
import { tableArn } from '../resources.ts';
import { namedTable } from '../tables/names.ts';

/** What whoever adds a replica must be allowed in its Region. */
const TO_CREATE = [
  'CreateTable',
  'CreateTableReplica',
  'Scan',
  'Query',
  'UpdateItem',
  'PutItem',
  'GetItem',
  'DeleteItem',
  'BatchWriteItem',
];
const TO_UPDATE = ['UpdateTable'];
const TO_DELETE = ['DeleteTable', 'DeleteTableReplica'];

const onOwn = onTable('dynamodb:UpdateTable');

/** UpdateTable on the table, and on each replica what is done with it in its own Region. */
export async function updatePermissions(
  input: UpdateTableInput,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const { scope, name } = namedTable(input.TableName, context.call.scope);
  const own = await onOwn(input, context);
  const others = (input.ReplicaUpdates ?? []).flatMap(({ Create, Update, Delete }) => {
    const region = (Create ?? Update ?? Delete)?.RegionName;
    if (region === undefined) return [];
    const actions = Create !== undefined ? TO_CREATE : Update !== undefined ? TO_UPDATE : TO_DELETE;
    const resource = tableArn({ account: scope.account, region }, name);
    return actions.map(
      (action): Permission => ({
        action: `dynamodb:${action}`,
        resource,
        region,
      }),
    );
  });
  return [...own, ...others];
}
