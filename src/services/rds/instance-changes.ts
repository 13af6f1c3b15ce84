import type { ModifyDBInstanceMessage, RdsOperations } from '../../../models/rds/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { instanceOf, onInstance, requestConditions } from './authorization.ts';
import { isInstanceClass } from './domain/identifiers.ts';
import { invalidInstanceState, invalidCombination, invalidParameter, unbuilt } from './errors.ts';
import { changePassword } from './master-password.ts';
import type { RdsParts } from './parts.ts';
import { putOwner } from './server-job.ts';
import { serverOf } from './server-of.ts';
import { shownInstance } from './shown.ts';
import type { InstanceDocument } from './state.ts';
import { changeTokens } from './token-logins.ts';
import { requireBuilt } from './unbuilt-choices.ts';

type Input = ModifyDBInstanceMessage;

/** What can be changed; the rest is named in a 501. */
const CHANGEABLE: ReadonlySet<string> = new Set([
  'DBInstanceIdentifier',
  'ApplyImmediately',
  'MasterUserPassword',
  'ManageMasterUserPassword',
  'MasterUserSecretKmsKeyId',
  'RotateMasterUserPassword',
  'DBInstanceClass',
  'AllocatedStorage',
  'DeletionProtection',
  'PromotionTier',
  'EnableIAMDatabaseAuthentication',
]);

export function createModifyInstance({
  principals,
}: RdsParts): OperationOf<RdsOperations, 'ModifyDBInstance'> {
  return {
    name: 'ModifyDBInstance',
    access: 'write',
    authorize: async (input, context) => [
      await onInstance(
        'rds:ModifyDBInstance',
        input.DBInstanceIdentifier,
        context,
        requestConditions(input),
      ),
    ],
    handle: async (input, context) => {
      const instance = await instanceOf(context, input.DBInstanceIdentifier);
      requireBuilt('ModifyDBInstance', input);
      requireChangeable('ModifyDBInstance', CHANGEABLE, input);
      if (instance.status !== 'available' && instance.status !== 'stopped') {
        throw invalidInstanceState(`Database instance is not in available state.`);
      }
      const changed = changedInstance(instance, input);
      requireOwnPassword(changed, input);
      const server = await serverOf(context.unit, changed);
      const entered = await changePassword(context, principals, changed, input);
      const settled = changeTokens(context, entered, server, input);
      putOwner(context.unit, settled);
      return { DBInstance: shownInstance(settled, server) };
    },
  };
}

/** Errors: a 501 that names what can't be changed. */
export function requireChangeable(
  operation: string,
  changeable: ReadonlySet<string>,
  input: object,
): void {
  for (const [member, value] of Object.entries(input)) {
    if (value !== undefined && !changeable.has(member)) throw unbuilt(operation, member);
  }
}

function changedInstance(instance: InstanceDocument, input: Input): InstanceDocument {
  const instanceClass = input.DBInstanceClass ?? instance.instanceClass;
  if (!isInstanceClass(instanceClass)) {
    throw invalidParameter(`Invalid DB Instance class: ${instanceClass}`);
  }
  const allocatedGiB = input.AllocatedStorage ?? instance.allocatedGiB;
  if (allocatedGiB < instance.allocatedGiB) {
    throw invalidCombination('Requested storage size is smaller than the current storage size.');
  }
  return {
    ...instance,
    instanceClass,
    allocatedGiB,
    deletionProtection: input.DeletionProtection ?? instance.deletionProtection,
    promotionTier: input.PromotionTier ?? instance.promotionTier,
  };
}

/** Members of a cluster have its master user. */
function requireOwnPassword({ cluster }: InstanceDocument, input: Input): void {
  if (cluster === undefined) return;
  if (input.EnableIAMDatabaseAuthentication !== undefined) {
    throw invalidCombination(
      'IAM database authentication of a DB instance that is a member of a DB cluster is that of the DB cluster. Modify the DB cluster.',
    );
  }
  if ((input.MasterUserPassword ?? input.ManageMasterUserPassword) === undefined) return;
  throw invalidCombination(
    'You cannot change the master user password of a DB instance that is a member of a DB cluster. Modify the DB cluster.',
  );
}
