import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import {
  assertState,
  managedKey,
  permissionOn,
  recordKey,
  relatedTarget,
} from './authorization.ts';
import { requestConditions } from './conditions.ts';
import { keyNotFound } from './errors.ts';
import { putKey } from './material-presence.ts';
import { assertPrimary, orderSynchronizationRecord, relatedKeys } from './multi-region.ts';
import { keyArn, managedKeyKind, relatedKeyKind } from './resources.ts';
import { orderRotation, rotationJobId } from './rotation-order.ts';
import type { KeyDocument } from './state.ts';

type Input = KmsOperations['UpdatePrimaryRegion']['input'];

/** Makes a replica the primary and the primary a replica. Both keep working meanwhile. */
export const updatePrimaryRegion: OperationOf<KmsOperations, 'UpdatePrimaryRegion'> = {
  name: 'UpdatePrimaryRegion',
  access: 'write',
  authorize: async (input, context) => {
    const primary = await context.resolve(managedKeyKind, input.KeyId);
    const conditions = requestConditions(context.call);
    conditions.set('kms:primaryregion', [input.PrimaryRegion]);
    const action = 'kms:UpdatePrimaryRegion';
    const arn = arnInRegion(primary.resolved, input);
    const next = await context.resolve(relatedKeyKind, arn);
    const resource = next.resolved.document === undefined ? arn : next;
    return [
      permissionOn(action, primary, conditions, context),
      { action, resource, conditions, region: input.PrimaryRegion },
    ];
  },
  handle: async (input, context) => {
    const former = await managedKey(context, input.KeyId);
    const { replicaRegions } = assertPrimary(former.document);
    assertState(former, 'crypto');
    const arn = arnInRegion(former.document, input);
    if (!replicaRegions.includes(input.PrimaryRegion)) throw keyNotFound(arn);
    const next = await relatedTarget(context, arn);
    assertState(next, 'crypto');
    const regions = replicaRegions.map((region) =>
      region === input.PrimaryRegion ? former.scope.region : region,
    );
    const { unit } = context;
    const related = await relatedKeys(unit, former.document);
    for (const key of [former.document, ...related]) {
      putKey(unit.view(key.scope), withPrimary(key, input.PrimaryRegion, regions));
    }
    const { rotation } = next.document;
    unit.cancel(rotationJobId(former.document));
    if (rotation !== undefined) orderRotation(unit, next.document, rotation.next);
    const moved = withPrimary(former.document, input.PrimaryRegion, regions);
    orderSynchronizationRecord(unit, moved, context.call.now);
    recordKey(context, former);
    context.audit.elsewhere({
      region: input.PrimaryRegion,
      operation: 'UpdatePrimaryRegion',
      input: { KeyId: arn, PrimaryRegion: input.PrimaryRegion },
      output: {},
      response: { keyId: arn },
      resources: [{ type: 'AWS::KMS::Key', arn }],
    });
    return {};
  },
};

function arnInRegion(key: Pick<KeyDocument, 'scope' | 'id'>, input: Input): string {
  return keyArn({ ...key.scope, region: input.PrimaryRegion }, key.id);
}

function withPrimary(
  key: KeyDocument,
  primaryRegion: string,
  replicaRegions: readonly string[],
): KeyDocument {
  const type = key.scope.region === primaryRegion ? 'PRIMARY' : 'REPLICA';
  return { ...key, multiRegion: { type, primaryRegion, replicaRegions } };
}
