import type { KeyMetadata, MultiRegionConfiguration } from '../../../models/kms/types.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { keyArn } from './resources.ts';
import { currentMaterialId, type KeyDocument } from './state.ts';

/** What CreateKey and DescribeKey tell of a key. */
export function keyMetadata(key: KeyDocument): KeyMetadata {
  const { account } = key.scope;
  const materialId = currentMaterialId(key);
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
    CustomerMasterKeySpec: SYMMETRIC,
    KeySpec: key.spec,
    EncryptionAlgorithms: [SYMMETRIC],
    MultiRegion: key.multiRegion !== undefined,
    ...multiRegion(key),
    ...deletion(key),
    ...(materialId === undefined ? {} : { CurrentKeyMaterialId: materialId }),
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
