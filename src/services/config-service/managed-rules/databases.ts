import { judged, type ManagedRule, type ResourceRule } from '../evaluating/managed-rule.ts';
import { isTrueAt, textAt, valueAt } from '../evaluating/reading.ts';

function instanceRule(
  identifier: string,
  annotation: string,
  isRight: (configuration: Parameters<ResourceRule['judge']>[0]['configuration']) => boolean,
): ManagedRule {
  return {
    kind: 'resource',
    identifier,
    types: ['AWS::RDS::DBInstance'],
    trigger: 'change',
    judge: ({ configuration }) => judged(isRight(configuration), annotation),
  };
}

const table = { types: ['AWS::DynamoDB::Table'] } as const;

export const databaseRules: readonly ManagedRule[] = [
  {
    kind: 'resource',
    identifier: 'RDS_STORAGE_ENCRYPTED',
    types: ['AWS::RDS::DBInstance'],
    trigger: 'change',
    parameters: { kmsKeyId: {} },
    judge: ({ configuration }, { kmsKeyId }) => {
      const isRight = kmsKeyId === undefined || textAt(configuration, 'kmsKeyId') === kmsKeyId;
      return judged(
        isTrueAt(configuration, 'storageEncrypted') && isRight,
        'The storage of the instance is not encrypted as it should be.',
      );
    },
  },
  instanceRule(
    'RDS_INSTANCE_PUBLIC_ACCESS_CHECK',
    'The instance is publicly accessible.',
    (configuration) => !isTrueAt(configuration, 'publiclyAccessible'),
  ),
  instanceRule('RDS_MULTI_AZ_SUPPORT', 'The instance has no standby.', (configuration) =>
    isTrueAt(configuration, 'multiAZ'),
  ),
  instanceRule(
    'RDS_INSTANCE_DELETION_PROTECTION_ENABLED',
    'The instance may be deleted at once.',
    (configuration) => isTrueAt(configuration, 'deletionProtection'),
  ),
  instanceRule(
    'RDS_INSTANCE_IAM_AUTHENTICATION_ENABLED',
    'The instance lets nobody in by a token of IAM.',
    (configuration) => isTrueAt(configuration, 'iAMDatabaseAuthenticationEnabled'),
  ),
  {
    kind: 'resource',
    identifier: 'DB_INSTANCE_BACKUP_ENABLED',
    types: ['AWS::RDS::DBInstance'],
    trigger: 'change',
    parameters: { backupRetentionMinimum: { kind: 'int' } },
    judge: ({ configuration }, { backupRetentionMinimum: least = '1' }) => {
      const days = valueAt(configuration, 'backupRetentionPeriod');
      return judged(
        typeof days === 'number' && days >= Number(least),
        `Backups are not kept for ${least} days.`,
      );
    },
  },
  {
    ...table,
    kind: 'resource',
    identifier: 'DYNAMODB_TABLE_ENCRYPTED_KMS',
    trigger: 'periodic',
    parameters: { kmsKeyArns: {} },
    judge: ({ configuration }, { kmsKeyArns }) => {
      const key = textAt(configuration, 'sSEDescription', 'kMSMasterKeyArn');
      const isListed = kmsKeyArns === undefined || kmsKeyArns.split(',').includes(key ?? '');
      return judged(key !== undefined && isListed, 'The table is not encrypted by a KMS key.');
    },
  },
  {
    ...table,
    kind: 'resource',
    identifier: 'DYNAMODB_PITR_ENABLED',
    trigger: 'periodic',
    judge: ({ supplementary }) => {
      const status = textAt(
        supplementary,
        'ContinuousBackupsDescription',
        'pointInTimeRecoveryDescription',
        'pointInTimeRecoveryStatus',
      );
      return judged(status === 'ENABLED', 'The table can not be restored to a point in time.');
    },
  },
];
