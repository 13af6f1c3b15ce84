import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import {
  assertNotDryRun,
  keyTarget,
  managesKey,
  permissionOn,
  recordKey,
  type KeyTarget,
} from './authorization.ts';
import { addConstraints, addForAwsResource, requestConditions } from './conditions.ts';
import { grantNotFound, invalidGrantId } from './errors.ts';
import { isGrantId } from './domain/grant-id.ts';
import { deleteGrant, type GrantDocument, grantDocumentId, grants } from './grant-state.ts';
import { retirableGrantKind } from './grant-retirement.ts';
import { sharedKeyKind } from './resources.ts';

export const revokeGrant: OperationOf<KmsOperations, 'RevokeGrant'> = {
  name: 'RevokeGrant',
  access: 'write',
  authorize: managesKey(
    'kms:RevokeGrant',
    (conditions, _input, _key, { call }) => addForAwsResource(conditions, call),
    sharedKeyKind,
  ),
  handle: async (input, context) => {
    const key = await keyTarget(context, sharedKeyKind, input.KeyId);
    const grant = await existingGrant(key, input.GrantId);
    assertNotDryRun(input);
    await deleteGrant(key.view, grant);
    recordKey(context, key);
    return {};
  },
};

export const retireGrant: OperationOf<KmsOperations, 'RetireGrant'> = {
  name: 'RetireGrant',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(retirableGrantKind, input);
    const conditions = requestConditions(context.call);
    addConstraints(conditions, resource.resolved.document?.constraints ?? {});
    return [permissionOn('kms:RetireGrant', resource, conditions, context)];
  },
  handle: async (input, context) => {
    const resource = await context.resolve(retirableGrantKind, input);
    const { arn, scope, document: grant, missing } = resource.resolved;
    if (grant === undefined) throw missing ?? new Error('a missing grant was authorized');
    context.audit.resource('AWS::KMS::Key', arn, scope.account);
    context.audit.additional('grantId', grant.id);
    assertNotDryRun(input);
    await deleteGrant(context.viewOf(resource), grant);
    return {};
  },
};

/** Errors: InvalidGrantIdException, NotFoundException. */
export async function existingGrant(key: KeyTarget, grantId: string): Promise<GrantDocument> {
  if (!isGrantId(grantId)) throw invalidGrantId(grantId);
  const grant = await key.view.get(grants, grantDocumentId(key.document.id, grantId));
  if (grant === undefined) throw grantNotFound(grantId);
  return grant;
}
