import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { assertState, managedKey, managesKey, type KeyTarget } from './authorization.ts';
import { openImportToken } from './domain/import-token.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { isWrappedLength, unwrap } from './domain/key-unwrapping.ts';
import { materialFrom, materialIdOf } from './domain/material.ts';
import {
  expiredImportToken,
  incorrectKeyMaterial,
  invalidCiphertext,
  invalidImportToken,
  invalidState,
  unsupported,
  validation,
} from './errors.ts';
import { assertImports, importSecret } from './import-parameters.ts';
import { entryOf, putKey, settled, withImported } from './material-presence.ts';
import { workOn } from './key-work.ts';
import { orderExpiry } from './material-deletion.ts';
import { assertNotReplica, changeRelated } from './multi-region.ts';
import { keyArn } from './resources.ts';
import { putMaterial, type ImportedState, type KeyDocument, type MaterialEntry } from './state.ts';

const VALID_DAYS_MAX = 365;

type Input = KmsOperations['ImportKeyMaterial']['input'];

export function createImportKeyMaterial(
  work: KeyWork,
): OperationOf<KmsOperations, 'ImportKeyMaterial'> {
  return {
    name: 'ImportKeyMaterial',
    access: 'write',
    authorize: managesKey('kms:ImportKeyMaterial', (conditions, input) => {
      conditions.set('kms:expirationmodel', [input.ExpirationModel ?? 'KEY_MATERIAL_EXPIRES']);
      if (input.ValidTo !== undefined) conditions.set('kms:validto', [input.ValidTo.toISOString()]);
    }),
    handle: async (input, context) => {
      const { now } = context.call;
      const validTo = validToOf(input, now);
      const key = await managedKey(context, input.KeyId);
      assertImports(key);
      assertState(key, 'import');
      assertParameters(input, key);
      const { spec, id: keyId } = key.document;
      const bytes = await unwrapped(work, input, key, now);
      const material = await workOn(materialFrom(work, keyId, spec, bytes));
      if (material === undefined) throw incorrectKeyMaterial();
      const id = materialIdOf(material);
      if (input.KeyMaterialId !== undefined && input.KeyMaterialId !== id) {
        throw incorrectKeyMaterial();
      }
      const changed = await associate(input, context, key.document, { id, validTo });
      putMaterial(key.view, key.scope, id, material);
      putKey(key.view, settled(changed));
      orderExpiry(context.unit, key.document, id, validTo);
      return { KeyId: key.arn, ...(spec === SYMMETRIC ? { KeyMaterialId: id } : {}) };
    },
  };
}

function validToOf(input: Input, now: Instant): Instant | undefined {
  const expires = (input.ExpirationModel ?? 'KEY_MATERIAL_EXPIRES') === 'KEY_MATERIAL_EXPIRES';
  const validTo = input.ValidTo?.getTime();
  if (!expires) {
    if (validTo === undefined) return undefined;
    throw validation(
      'The parameter ValidTo cannot be specified for a key with an expiration model of ' +
        'KEY_MATERIAL_DOES_NOT_EXPIRE',
    );
  }
  if (validTo === undefined) {
    throw validation('A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES');
  }
  if (validTo <= now) throw validation('ValidTo must be in the future');
  if (validTo > now + VALID_DAYS_MAX * DAY_MS) {
    throw validation(`ValidTo must be within ${VALID_DAYS_MAX} days from now`);
  }
  return validTo;
}

/** Only symmetric keys have several materials; a replica's descriptions are its primary's. */
function assertParameters(input: Input, key: KeyTarget): void {
  const { ImportType, KeyMaterialDescription, KeyMaterialId } = input;
  const namesMaterial =
    ImportType !== undefined || KeyMaterialDescription !== undefined || KeyMaterialId !== undefined;
  if (key.document.spec !== SYMMETRIC && namesMaterial) throw unsupported();
  if (ImportType === 'NEW_KEY_MATERIAL' && KeyMaterialId !== undefined) {
    throw validation('KeyMaterialId cannot be specified if the ImportType is NEW_KEY_MATERIAL');
  }
  if (KeyMaterialDescription !== undefined) assertNotReplica(key.document);
}

async function unwrapped(
  work: KeyWork,
  input: Input,
  key: KeyTarget,
  now: Instant,
): Promise<Uint8Array> {
  const parameters = openImportToken(await importSecret(key), key.arn, input.ImportToken);
  if (parameters === undefined) throw invalidImportToken();
  if (parameters.expires <= now) throw expiredImportToken();
  const wrapped = input.EncryptedKeyMaterial;
  if (!isWrappedLength(parameters, wrapped.length)) {
    throw validation('Invalid encrypted key size.');
  }
  const bytes = await workOn(unwrap(work, parameters, wrapped));
  if (bytes === undefined) throw invalidCiphertext();
  return bytes;
}

interface Arrived {
  readonly id: string;
  readonly validTo: Instant | undefined;
}

/** The key with the material as its own: its first, the next one, or one that it had before. */
async function associate(
  input: Input,
  context: Context,
  key: KeyDocument,
  arrived: Arrived,
): Promise<KeyDocument> {
  const isFirst = key.materials.length === 0;
  const type = input.ImportType ?? (isFirst ? 'NEW_KEY_MATERIAL' : 'EXISTING_KEY_MATERIAL');
  const known = entryOf(key, arrived.id);
  const imported = importedState(input, known?.imported, arrived.validTo);
  const share = (change: (sibling: KeyDocument) => KeyDocument): Promise<void> =>
    changeRelated(context.unit, key, context.call.now, change);
  if (type === 'EXISTING_KEY_MATERIAL') {
    if (known === undefined) throw incorrectKeyMaterial();
    if (input.KeyMaterialDescription !== undefined) {
      await share((sibling) => describedAlike(sibling, arrived.id, imported.description));
    }
    return withImported(key, arrived.id, imported);
  }
  assertNotReplica(key);
  if (known !== undefined) throw incorrectKeyMaterial();
  assertNonePending(key, arrived.id);
  const entry: MaterialEntry = { id: arrived.id, created: context.call.now, imported };
  const { validTo: _own, ...shared } = imported;
  await share((sibling) =>
    withNew(sibling, { ...entry, imported: { ...shared, isPresent: false } }),
  );
  return withNew(key, entry);
}

function importedState(
  input: Input,
  known: ImportedState | undefined,
  validTo: Instant | undefined,
): ImportedState {
  const description = input.KeyMaterialDescription ?? known?.description;
  return {
    isPresent: true,
    ...(description === undefined ? {} : { description }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

/** The first material is the key's at once; a further one waits for a rotation. */
function withNew(key: KeyDocument, entry: MaterialEntry): KeyDocument {
  return key.materials.length === 0 ? { ...key, materials: [entry] } : { ...key, pending: entry };
}

function describedAlike(
  key: KeyDocument,
  materialId: string,
  description: string | undefined,
): KeyDocument {
  const known = entryOf(key, materialId)?.imported;
  if (known === undefined || description === undefined) return key;
  return withImported(key, materialId, { ...known, description });
}

function assertNonePending(key: KeyDocument, newId: string): void {
  if (key.pending === undefined) return;
  throw invalidState(
    `New key material (id: ${newId}) cannot be imported into KMS key ${keyArn(key.scope, key.id)}, because ` +
      `another key material (id: ${key.pending.id}) is pending rotation.`,
  );
}
