import type {
  CustomerMasterKeySpec,
  KeyMetadata,
  MultiRegionConfiguration,
} from '../../../models/kms/types.ts';
import { KEY_SPECS } from '../../crypto/keys/key-spec.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { expirationModel, isPresent } from './material-presence.ts';
import { keyArn } from './resources.ts';
import { currentMaterialId, type KeyDocument } from './state.ts';

/** What CreateKey and DescribeKey tell of a key. */
export function keyMetadata(key: KeyDocument): KeyMetadata {
  const { account } = key.scope;
  // AWS names materials of symmetric encryption keys alone, and not of those in custom key stores.
  const isNamed = key.spec === SYMMETRIC && key.store === undefined;
  const materialId = isNamed ? currentMaterialId(key) : undefined;
  return {
    AWSAccountId: account,
    KeyId: key.id,
    Arn: keyArn(key.scope, key.id),
    CreationDate: new Date(key.created),
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: key.state,
    Origin: key.origin,
    KeyManager: key.manager,
    ...specOf(key),
    ...algorithmsOf(key),
    MultiRegion: key.multiRegion !== undefined,
    ...multiRegion(key),
    ...deletion(key),
    ...expiration(key),
    ...storeOf(key),
    ...(materialId === undefined ? {} : { CurrentKeyMaterialId: materialId }),
  };
}

/** The spec under its present name, and under its old one where it had one. */
export function specOf(key: KeyDocument): {
  KeySpec: KeyDocument['spec'];
  CustomerMasterKeySpec?: CustomerMasterKeySpec;
} {
  const { spec } = key;
  return isOldSpec(spec) ? { CustomerMasterKeySpec: spec, KeySpec: spec } : { KeySpec: spec };
}

function isOldSpec(spec: KeyDocument['spec']): spec is CustomerMasterKeySpec {
  const isNew = spec.startsWith('ML_') || spec === 'ECC_NIST_EDWARDS25519';
  return !isNew;
}

type Algorithms = Pick<
  KeyMetadata,
  'EncryptionAlgorithms' | 'SigningAlgorithms' | 'MacAlgorithms' | 'KeyAgreementAlgorithms'
>;

/** What a key may be used with. The model has no list of encapsulation algorithms. */
export function algorithmsOf({ spec, usage }: KeyDocument): Algorithms {
  const row = KEY_SPECS[spec];
  switch (usage) {
    case 'ENCRYPT_DECRYPT':
      return { EncryptionAlgorithms: row.ENCRYPT_DECRYPT };
    case 'SIGN_VERIFY':
      return { SigningAlgorithms: row.SIGN_VERIFY };
    case 'GENERATE_VERIFY_MAC':
      return { MacAlgorithms: row.GENERATE_VERIFY_MAC };
    case 'KEY_AGREEMENT':
      return { KeyAgreementAlgorithms: row.KEY_AGREEMENT };
    case 'ENCAPSULATE_DECAPSULATE':
      return {};
  }
}

/** Of imported material that is here: the first expiry counts for the key. */
function expiration(key: KeyDocument): Pick<KeyMetadata, 'ExpirationModel' | 'ValidTo'> {
  if (key.origin !== 'EXTERNAL' || !key.materials.some(isPresent)) return {};
  const ends = key.materials.flatMap((entry) => entry.imported?.validTo ?? []);
  if (ends.length === 0) return { ExpirationModel: expirationModel(undefined) };
  const first = Math.min(...ends);
  return { ExpirationModel: expirationModel(first), ValidTo: new Date(first) };
}

function storeOf({
  store,
}: KeyDocument): Pick<
  KeyMetadata,
  'CustomKeyStoreId' | 'XksKeyConfiguration' | 'CloudHsmClusterId'
> {
  if (store === undefined) return {};
  const { id, externalKeyId, cluster } = store;
  return {
    CustomKeyStoreId: id,
    ...(externalKeyId === undefined ? {} : { XksKeyConfiguration: { Id: externalKeyId } }),
    ...(cluster === undefined ? {} : { CloudHsmClusterId: cluster }),
  };
}

function multiRegion(key: KeyDocument): { MultiRegionConfiguration?: MultiRegionConfiguration } {
  if (key.multiRegion === undefined) return {};
  const { type, primaryRegion, replicaRegions } = key.multiRegion;
  const inRegion = (region: string) => ({
    Arn: keyArn({ account: key.scope.account, region }, key.id),
    Region: region,
  });
  return {
    MultiRegionConfiguration: {
      MultiRegionKeyType: type,
      PrimaryKey: inRegion(primaryRegion),
      ReplicaKeys: replicaRegions.map(inRegion),
    },
  };
}

/** The window is told while the countdown has not begun, the date afterwards. */
function deletion(
  key: KeyDocument,
): Pick<KeyMetadata, 'DeletionDate' | 'PendingDeletionWindowInDays'> {
  if (key.deletion === undefined) return {};
  const { date, windowDays } = key.deletion;
  return date === undefined
    ? { PendingDeletionWindowInDays: windowDays }
    : { DeletionDate: new Date(date) };
}
