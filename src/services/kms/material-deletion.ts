import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { assertState, managedKey, managesKey } from './authorization.ts';
import { notFound } from './errors.ts';
import { assertImports } from './import-parameters.ts';
import { keyIdOf, readPayload } from './job-payload.ts';
import { dropSecret, entryOf, isPresent, putKey, withoutPending } from './material-presence.ts';
import { changeRelated, isReplica } from './multi-region.ts';
import { keyArn } from './resources.ts';
import { currentMaterialId, keys, type KeyDocument } from './state.ts';

const EXPIRE_MATERIAL = 'kms.expireMaterial';

export const deleteImportedKeyMaterial: OperationOf<KmsOperations, 'DeleteImportedKeyMaterial'> = {
  name: 'DeleteImportedKeyMaterial',
  access: 'write',
  authorize: managesKey('kms:DeleteImportedKeyMaterial'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId);
    assertImports(key);
    assertState(key, 'deleteMaterial');
    const { document } = key;
    const id = input.KeyMaterialId ?? currentMaterialId(document);
    if (id === undefined) return { KeyId: key.arn };
    if (entryOf(document, id) === undefined) throw notFound(`Key material ${id} is not found.`);
    await removeMaterial(context.unit, document, id, context.call.now);
    return { KeyId: key.arn, KeyMaterialId: id };
  },
};

/** Deletes an imported material's secret in the key's Region; and what was to be rotated in, everywhere. */
async function removeMaterial(
  unit: Unit,
  key: KeyDocument,
  materialId: string,
  now: Instant,
): Promise<void> {
  unit.cancel(expiryJobId(key, materialId));
  const dropped = dropSecret(unit.view(key.scope), key, materialId);
  if (key.pending?.id !== materialId || isReplica(key)) {
    putKey(unit.view(key.scope), dropped);
    return;
  }
  putKey(unit.view(key.scope), withoutPending(dropped));
  await changeRelated(unit, key, now, (sibling) => {
    unit.cancel(expiryJobId(sibling, materialId));
    return withoutPending(dropSecret(unit.view(sibling.scope), sibling, materialId));
  });
}

function expiryJobId(key: KeyDocument, materialId: string): string {
  return `${EXPIRE_MATERIAL}/${key.scope.account}/${key.scope.region}/${key.id}/${materialId}`;
}

/** Orders the material's end, or cancels it where it does not expire. */
export function orderExpiry(
  unit: Unit,
  key: KeyDocument,
  materialId: string,
  validTo: Instant | undefined,
): void {
  const id = expiryJobId(key, materialId);
  if (validTo === undefined) unit.cancel(id);
  else {
    const payload = JSON.stringify({ keyId: key.id, materialId });
    unit.order({ id, kind: EXPIRE_MATERIAL, scope: key.scope, due: validTo, payload });
  }
}

/** Deletes material whose time is over: the key waits until the same material is imported again. */
export const expireMaterial: JobKind = {
  kind: EXPIRE_MATERIAL,
  run: async (payload, context) => {
    const keyId = keyIdOf(payload);
    const materialId = readPayload(payload)['materialId'];
    const key = await context.unit.view(context.scope).get(keys, keyId);
    if (key === undefined || typeof materialId !== 'string') return;
    const entry = entryOf(key, materialId);
    const validTo = entry?.imported?.validTo;
    if (entry === undefined || !isPresent(entry)) return;
    if (validTo === undefined || validTo > context.now) return;
    await removeMaterial(context.unit, key, materialId, context.now);
    context.serviceEvent({
      name: 'DeleteExpiredKeyMaterial',
      resources: [{ type: 'AWS::KMS::Key', arn: keyArn(key.scope, keyId) }],
      details: { keyId, keyMaterialId: materialId },
    });
    context.unit.emit(
      awsEvent(key.scope, context.now, {
        source: 'aws.kms',
        detailType: 'KMS Imported Key Material Expiration',
        resources: [keyArn(key.scope, keyId)],
        detail: { 'key-id': keyId, 'key-material-id': materialId },
      }),
    );
  },
};
