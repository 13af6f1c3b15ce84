import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { MANAGED_RULES } from '../../../src/services/config-service/managed-rules/table.ts';
import {
  type Case,
  identity,
  judge,
  NOW,
  open,
  policy,
  resourceRules,
  secured,
  statement,
} from './judging.ts';

const days = (count: number) => new Date(NOW + count * 86_400_000).toISOString();

interface Cases {
  /** What the rule calls wrong. */
  readonly fires: Case;
  /** What it is content with. */
  readonly quiet: Case;
  /** What it says nothing of. */
  readonly silent?: Case;
}

const algorithm = (name: string): JsonObject => ({
  ServerSideEncryptionConfiguration: {
    rules: [{ applyServerSideEncryptionByDefault: { sSEAlgorithm: name } }],
  },
});
const ingress = (cidrIp: string, fromPort: number, toPort: number): JsonObject => ({
  ipPermissions: [{ ipProtocol: 'tcp', fromPort, toPort, ipRanges: [{ cidrIp }] }],
});
const attribute = (key: string, value: string, type = 'application'): Case => ({
  configuration: { type },
  supplementary: { LoadBalancerAttributes: [{ key, value }] },
});
const key = { keyManager: 'CUSTOMER', keySpec: 'SYMMETRIC_DEFAULT', origin: 'AWS_KMS' };
const versions = (Action: string): Case => identity({ Effect: 'Allow', Action, Resource: '*' });
const accessKey = (age: number, status = 'Active'): Case => ({
  supplementary: { AccessKeys: [{ status, createDate: days(-age) }] },
});
const flag = (name: string, fires = false): Cases => ({
  fires: { configuration: { [name]: fires } },
  quiet: { configuration: { [name]: !fires } },
});
const blocks = (restrictPublicBuckets: boolean): JsonObject => ({
  PublicAccessBlockConfiguration: {
    blockPublicAcls: true,
    ignorePublicAcls: true,
    blockPublicPolicy: true,
    restrictPublicBuckets,
  },
});
const lambdaSettings = { runtime: 'python3.11,nodejs20.x' };

const CASES: Readonly<Record<string, Cases>> = {
  ACM_CERTIFICATE_EXPIRATION_CHECK: {
    fires: { configuration: { notAfter: days(14) } },
    quiet: { configuration: { notAfter: days(15) } },
    silent: { configuration: { status: 'PENDING_VALIDATION' } },
  },
  ACM_CERTIFICATE_RSA_CHECK: {
    fires: { configuration: { keyAlgorithm: 'RSA_1024' } },
    quiet: { configuration: { keyAlgorithm: 'RSA-2048' } },
    silent: { configuration: { keyAlgorithm: 'EC_prime256v1' } },
  },
  ENCRYPTED_VOLUMES: {
    fires: { configuration: { state: 'in-use', encrypted: false } },
    quiet: { configuration: { state: 'in-use', encrypted: true } },
    silent: { configuration: { state: 'available', encrypted: false } },
  },
  EC2_VOLUME_INUSE_CHECK: {
    fires: { configuration: { attachments: [] } },
    quiet: { configuration: { attachments: [{ instanceId: 'i-1' }] } },
  },
  EC2_IMDSV2_CHECK: {
    fires: { configuration: { metadataOptions: { httpTokens: 'optional' } } },
    quiet: { configuration: { metadataOptions: { httpTokens: 'required' } } },
  },
  EC2_INSTANCE_NO_PUBLIC_IP: {
    fires: { configuration: { publicIpAddress: '203.0.113.1' } },
    quiet: { configuration: {} },
  },
  EC2_INSTANCE_PROFILE_ATTACHED: {
    fires: { configuration: {} },
    quiet: { configuration: { iamInstanceProfile: { arn: 'arn:aws:iam::1:instance-profile/p' } } },
  },
  INSTANCES_IN_VPC: { fires: { configuration: {} }, quiet: { configuration: { vpcId: 'vpc-1' } } },
  INCOMING_SSH_DISABLED: {
    fires: { configuration: ingress('0.0.0.0/0', 0, 1_024) },
    quiet: { configuration: ingress('10.0.0.0/8', 22, 22) },
  },
  RESTRICTED_INCOMING_TRAFFIC: {
    fires: { configuration: ingress('0.0.0.0/0', 3_306, 3_306) },
    quiet: { configuration: ingress('0.0.0.0/0', 443, 443) },
  },
  VPC_DEFAULT_SECURITY_GROUP_CLOSED: {
    fires: { name: 'default', configuration: ingress('10.0.0.0/8', 1, 2) },
    quiet: { name: 'default', configuration: { ipPermissions: [], ipPermissionsEgress: [] } },
    silent: { name: 'other', configuration: ingress('10.0.0.0/8', 1, 2) },
  },
  S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED: {
    fires: {},
    quiet: { supplementary: algorithm('AES256') },
  },
  S3_DEFAULT_ENCRYPTION_KMS: {
    fires: { supplementary: algorithm('AES256') },
    quiet: { supplementary: algorithm('aws:kms') },
  },
  S3_BUCKET_PUBLIC_READ_PROHIBITED: {
    fires: { supplementary: policy(true, open('s3:GetObject')) },
    quiet: { supplementary: { ...policy(true, open('s3:GetObject')), ...blocks(true) } },
  },
  S3_BUCKET_PUBLIC_WRITE_PROHIBITED: {
    fires: { supplementary: policy(true, open('s3:PutObject')) },
    quiet: { supplementary: policy(true, open('s3:GetObject')) },
  },
  S3_BUCKET_SSL_REQUESTS_ONLY: {
    fires: { supplementary: policy(false, secured('true')) },
    quiet: { supplementary: policy(false, secured('false')) },
  },
  S3_BUCKET_VERSIONING_ENABLED: {
    fires: { supplementary: { BucketVersioningConfiguration: { status: 'Suspended' } } },
    quiet: { supplementary: { BucketVersioningConfiguration: { status: 'Enabled' } } },
  },
  S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED: {
    fires: { supplementary: blocks(false) },
    quiet: { supplementary: blocks(true) },
  },
  KMS_CMK_NOT_SCHEDULED_FOR_DELETION: {
    fires: { configuration: { ...key, keyState: 'PendingDeletion' } },
    quiet: { configuration: { ...key, keyState: 'Disabled' } },
    silent: { configuration: { keyManager: 'AWS' } },
  },
  CMK_BACKING_KEY_ROTATION_ENABLED: {
    fires: {
      configuration: { ...key, keyState: 'Enabled' },
      supplementary: { KeyRotationStatus: { keyRotationEnabled: false } },
    },
    quiet: {
      configuration: { ...key, keyState: 'Enabled' },
      supplementary: { KeyRotationStatus: { keyRotationEnabled: true } },
    },
    silent: { configuration: { ...key, keyState: 'Enabled', keySpec: 'RSA_2048' } },
  },
  IAM_USER_MFA_ENABLED: {
    fires: { supplementary: { MFADevices: [] } },
    quiet: { supplementary: { MFADevices: [{ serialNumber: 's' }] } },
  },
  ACCESS_KEYS_ROTATED: {
    fires: accessKey(91),
    quiet: accessKey(89),
    silent: accessKey(91, 'Inactive'),
  },
  IAM_USER_NO_POLICIES_CHECK: {
    fires: { configuration: { attachedManagedPolicies: [{ policyName: 'p' }] } },
    quiet: { configuration: { attachedManagedPolicies: [], userPolicyList: [] } },
  },
  IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS: { fires: versions('*'), quiet: versions('s3:*') },
  CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED: flag('logFileValidationEnabled'),
  CLOUD_TRAIL_ENCRYPTION_ENABLED: {
    fires: { configuration: {} },
    quiet: { configuration: { kmsKeyId: 'arn' } },
  },
  CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED: {
    fires: { configuration: {} },
    quiet: { configuration: { cloudWatchLogsLogGroupArn: 'arn' } },
  },
  SECRETSMANAGER_ROTATION_ENABLED_CHECK: {
    fires: { configuration: {} },
    quiet: { configuration: { RotationEnabled: true } },
    silent: { configuration: { OwningService: 'rds' } },
  },
  SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK: {
    fires: { configuration: { RotationEnabled: true, NextRotationDate: days(-2) } },
    quiet: { configuration: { RotationEnabled: true, NextRotationDate: days(3) } },
    silent: { configuration: { RotationEnabled: false } },
  },
  SECRETSMANAGER_SECRET_PERIODIC_ROTATION: {
    fires: { configuration: { LastRotatedDate: days(-91) } },
    quiet: { configuration: { LastRotatedDate: days(-89) } },
    silent: { configuration: { DeletedDate: days(-1) } },
  },
  SECRETSMANAGER_SECRET_UNUSED: {
    fires: { configuration: { LastAccessedDate: days(-91) } },
    quiet: { configuration: { LastAccessedDate: days(-89) } },
  },
  SECRETSMANAGER_USING_CMK: {
    fires: { configuration: { KmsKeyId: 'alias/aws/secretsmanager' } },
    quiet: { configuration: { KmsKeyId: 'arn:aws:kms:us-east-1:1:key/k' } },
  },
  RDS_STORAGE_ENCRYPTED: flag('storageEncrypted'),
  RDS_INSTANCE_PUBLIC_ACCESS_CHECK: flag('publiclyAccessible', true),
  RDS_MULTI_AZ_SUPPORT: flag('multiAZ'),
  RDS_INSTANCE_DELETION_PROTECTION_ENABLED: flag('deletionProtection'),
  RDS_INSTANCE_IAM_AUTHENTICATION_ENABLED: flag('iAMDatabaseAuthenticationEnabled'),
  DB_INSTANCE_BACKUP_ENABLED: {
    fires: { configuration: { backupRetentionPeriod: 0 } },
    quiet: { configuration: { backupRetentionPeriod: 1 } },
  },
  DYNAMODB_TABLE_ENCRYPTED_KMS: {
    fires: { configuration: {} },
    quiet: { configuration: { sSEDescription: { kMSMasterKeyArn: 'arn' } } },
  },
  DYNAMODB_PITR_ENABLED: {
    fires: { supplementary: {} },
    quiet: {
      supplementary: {
        ContinuousBackupsDescription: {
          pointInTimeRecoveryDescription: { pointInTimeRecoveryStatus: 'ENABLED' },
        },
      },
    },
  },
  SNS_ENCRYPTED_KMS: {
    fires: { configuration: {} },
    quiet: { configuration: { KmsMasterKeyId: 'alias/k' } },
  },
  LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED: {
    fires: { supplementary: { Policy: statement(open('lambda:InvokeFunction')) } },
    quiet: {
      supplementary: {
        Policy: statement({
          ...open('lambda:InvokeFunction'),
          Condition: { StringEquals: { 'aws:SourceAccount': '1' } },
        }),
      },
    },
  },
  LAMBDA_FUNCTION_SETTINGS_CHECK: {
    fires: {
      configuration: { runtime: 'python3.7', timeout: 3, memorySize: 128 },
      settings: lambdaSettings,
    },
    quiet: {
      configuration: { runtime: 'nodejs20.x', timeout: 3, memorySize: 128 },
      settings: lambdaSettings,
    },
    silent: { configuration: { packageType: 'Image' }, settings: lambdaSettings },
  },
  LAMBDA_INSIDE_VPC: {
    fires: { configuration: {} },
    quiet: { configuration: { vpcConfig: { subnetIds: ['subnet-1'] } } },
  },
  ALB_WAF_ENABLED: {
    fires: { configuration: { type: 'application' } },
    quiet: { configuration: { type: 'application' }, supplementary: { WebACL: 'arn' } },
    silent: { configuration: { type: 'network' } },
  },
  ALB_HTTP_DROP_INVALID_HEADER_ENABLED: {
    fires: attribute('routing.http.drop_invalid_header_fields.enabled', 'false'),
    quiet: attribute('routing.http.drop_invalid_header_fields.enabled', 'true'),
    silent: attribute('routing.http.drop_invalid_header_fields.enabled', 'false', 'network'),
  },
  ELB_DELETION_PROTECTION_ENABLED: {
    fires: attribute('deletion_protection.enabled', 'false'),
    quiet: attribute('deletion_protection.enabled', 'true'),
  },
  ELB_LOGGING_ENABLED: {
    fires: attribute('access_logs.s3.enabled', 'false'),
    quiet: attribute('access_logs.s3.enabled', 'true'),
  },
  REQUIRED_TAGS: {
    fires: { tags: { team: 'red' } },
    quiet: { tags: { CostCenter: '42' } },
  },
};

test('managed rules: each fires, stays quiet, and is silent where it has nothing to say', () => {
  let silent = 0;
  for (const rule of resourceRules) {
    const cases = CASES[rule.identifier];
    if (cases === undefined) throw new Error(`${rule.identifier} has no cases`);
    expect(judge(rule, cases.fires), `${rule.identifier} fires`).toMatchObject({
      isCompliant: false,
      annotation: expect.stringMatching(/\.$/),
    });
    expect(judge(rule, cases.quiet), `${rule.identifier} is quiet`).toMatchObject({
      isCompliant: true,
    });
    if (cases.silent === undefined) continue;
    silent += 1;
    expect(judge(rule, cases.silent), `${rule.identifier} is silent`).toBeUndefined();
  }
  expect(resourceRules).toHaveLength(49);
  expect(Object.keys(CASES)).toHaveLength(49);
  expect(silent).toBe(13);
});

test('managed rules: names are unique, and rules about the account are the rest', () => {
  const names = MANAGED_RULES.map(({ identifier }) => identifier);
  expect(new Set(names).size).toBe(names.length);
  const aboutAccounts = MANAGED_RULES.filter(({ kind }) => kind === 'account');
  expect(aboutAccounts.map(({ identifier }) => identifier).sort()).toEqual([
    'CLOUD_TRAIL_ENABLED',
    'EC2_EBS_ENCRYPTION_BY_DEFAULT',
    'IAM_PASSWORD_POLICY',
    'IAM_ROOT_ACCESS_KEY_CHECK',
    'MULTI_REGION_CLOUD_TRAIL_ENABLED',
    'ROOT_ACCOUNT_MFA_ENABLED',
  ]);
});
