import { SECOND_MS } from '../../../core/time.ts';
import { listOf, objectOf, picked, textOf } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Made, ResourceType, Waiting, Work } from './resource-type.ts';

const LOOK_MS = 2 * SECOND_MS;
const INSTANCE = [
  'AllocatedStorage',
  'AvailabilityZone',
  'BackupRetentionPeriod',
  'DBInstanceClass',
  'DBName',
  'DBSubnetGroupName',
  'DeletionProtection',
  'EnableIAMDatabaseAuthentication',
  'Engine',
  'EngineVersion',
  'KmsKeyId',
  'ManageMasterUserPassword',
  'MasterUserPassword',
  'MasterUsername',
  'MultiAZ',
  'Port',
  'PubliclyAccessible',
  'StorageEncrypted',
  'StorageType',
] as const;
const IDENTIFIER_MAX = 63;

const instance: ResourceType = {
  name: 'AWS::RDS::DBInstance',
  needs: 'rds:CreateDBInstance',
  handles: `${INSTANCE.join(' ')} DBClusterIdentifier DBInstanceIdentifier MasterUserSecret Tags`,
  create: async (work, properties) => {
    const own = textOf(properties['DBInstanceIdentifier']);
    const id = (own ?? work.name(IDENTIFIER_MAX)).toLowerCase();
    const { KmsKeyId: MasterUserSecretKmsKeyId } = objectOf(properties['MasterUserSecret']);
    await work.call('rds', 'CreateDBInstance', {
      ...picked(properties, ...INSTANCE, 'DBClusterIdentifier'),
      DBInstanceIdentifier: id,
      ...(MasterUserSecretKmsKeyId === undefined ? {} : { MasterUserSecretKmsKeyId }),
      Tags: work.tags(properties['Tags']),
    });
    return { id, waits: { notes: {}, ms: LOOK_MS } };
  },
  replaces: ({ changed }) => changed.includes('Engine'),
  update: async (work, { id, properties, changed, attributes }) => {
    await work.call('rds', 'ModifyDBInstance', {
      DBInstanceIdentifier: id,
      ...picked(properties, ...changed.filter((name) => name !== 'Tags')),
      ApplyImmediately: true,
    });
    return { id, attributes, waits: { notes: {}, ms: LOOK_MS } };
  },
  delete: async (work, { id, attributes, keepsSnapshot }) => {
    if (keepsSnapshot)
      throw new PlainFailure('snapshots of database instances are not implemented');
    const input = { DBInstanceIdentifier: id, SkipFinalSnapshot: true };
    await work.attempt('rds', 'DeleteDBInstance', input);
    return { id, attributes, waits: { notes: {}, ms: LOOK_MS } };
  },
  check: checkInstance,
};

async function checkInstance(
  work: Work,
  { id, attributes, notes, action }: Waiting,
): Promise<Made | undefined> {
  const input = { DBInstanceIdentifier: id };
  const described = await work.attempt('rds', 'DescribeDBInstances', input);
  if (described === undefined && action === 'delete') return undefined;
  const found = objectOf(listOf(described?.['DBInstances'])[0]);
  const { DBInstanceStatus, DBInstanceArn, DbiResourceId, Endpoint, MasterUserSecret } = found;
  if (DBInstanceStatus === undefined) throw new PlainFailure('The database instance is gone.');
  if (DBInstanceStatus === 'failed') throw new PlainFailure('The database instance failed.');
  if (action === 'delete' || DBInstanceStatus !== 'available') {
    return { id, attributes, waits: { notes, ms: LOOK_MS } };
  }
  const { Address, Port } = objectOf(Endpoint);
  const { SecretArn } = objectOf(MasterUserSecret);
  return {
    id,
    attributes: {
      DBInstanceArn,
      DbiResourceId,
      'Endpoint.Address': Address,
      'Endpoint.Port': textOf(Port),
      'MasterUserSecret.SecretArn': SecretArn,
    },
  };
}

export const rdsTypes: readonly ResourceType[] = [instance];
