import { partitionOf } from '../../../core/arn.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import { AWS_ALIAS_PREFIX } from './alias-name.ts';

/** A service that has a key of its own in every account that uses it: an AWS managed key. */
export interface ServiceKey {
  /** `alias/aws/s3`. */
  readonly alias: string;
  readonly description: string;
  /** The key's policy, which nobody may change. */
  readonly policy: (scope: Scope) => string;
}

const CRYPTO = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'] as const;
const READ = ['kms:Describe*', 'kms:Get*', 'kms:List*'] as const;
const READ_AND_REVOKE = [...READ, 'kms:RevokeGrant'] as const;

type Statements = (scope: Scope) => readonly JsonObject[];

/** Everybody of the account, as far as it is the service that asks. */
function through(via: string, sid: string, actions: readonly string[]): Statements {
  return ({ account, region }) => [
    statement(sid, { AWS: '*' }, actions, {
      StringEquals: {
        'kms:CallerAccount': account,
        'kms:ViaService': `${via}.${region}.amazonaws.com`,
      },
    }),
  ];
}

/** The same, for a service that asks from other Regions too. */
function throughAnyRegion(
  via: string,
  sid: string,
  actions: readonly string[] | string,
): Statements {
  return ({ account }) => [
    statement(sid, { AWS: '*' }, actions, {
      StringEquals: { 'kms:CallerAccount': account },
      StringLike: { 'kms:ViaService': `${via}.*.amazonaws.com` },
    }),
  ];
}

function metadata(actions: readonly string[]): Statements {
  const sid = 'Allow direct access to key metadata to the account';
  return ({ account, region }) => [
    statement(sid, { AWS: `arn:${partitionOf(region)}:iam::${account}:root` }, actions),
  ];
}

function statement(
  Sid: string,
  Principal: JsonObject,
  Action: readonly string[] | string,
  Condition?: JsonObject,
  Effect = 'Allow',
): JsonObject {
  const made = { Sid, Effect, Principal, Action, Resource: '*' };
  return Condition === undefined ? made : { ...made, Condition };
}

function all(what: string, uses = what): string {
  return `Allow access through ${what} for all principals in the account that are authorized to use ${uses}`;
}

const SECRETS = all('AWS Secrets Manager');

/** Certificates' private keys: what ACM may do with the key, it does by narrow grants. */
const certificates: Statements = ({ account, region }) => {
  const everybody = { AWS: '*' };
  const equals = {
    'kms:CallerAccount': account,
    'kms:ViaService': `acm.${region}.amazonaws.com`,
  };
  const grant = (sid: string, operations: JsonValue) =>
    statement(sid, everybody, 'kms:CreateGrant', {
      StringEquals: equals,
      'ForAllValues:StringEquals': { 'kms:GrantOperations': operations },
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
    });
  return [
    grant('Allow creation of decryption grants', 'Decrypt'),
    grant('Allow creation of encryption grant', ['Encrypt', 'ReEncryptFrom', 'ReEncryptTo']),
    statement(
      'Allowed operations for the key owner',
      everybody,
      ['kms:DescribeKey', 'kms:ListGrants', 'kms:RevokeGrant', 'kms:GetKeyPolicy'],
      { StringEquals: { 'kms:CallerAccount': account } },
    ),
    statement(
      'Deny re-encryption to any other key',
      everybody,
      'kms:ReEncrypt*',
      { Bool: { 'kms:ReEncryptOnSameKey': 'false' } },
      'Deny',
    ),
    statement('Allow decrypt', everybody, 'kms:Decrypt', { StringEquals: equals }),
  ];
};

const describedByDynamoDb: Statements = () => [
  statement(
    'Allow DynamoDB to directly describe the key',
    { Service: 'dynamodb.amazonaws.com' },
    READ,
  ),
];

function row(
  name: string,
  id: string,
  protects: string,
  ...statements: readonly Statements[]
): ServiceKey {
  return {
    alias: `${AWS_ALIAS_PREFIX}${name}`,
    description: `Default key that protects my ${protects} when no other key is defined`,
    policy: (scope) =>
      JSON.stringify({
        Version: '2012-10-17',
        Id: id,
        Statement: statements.flatMap((make) => make(scope)),
      }),
  };
}

const WITH_GRANTS = [...CRYPTO, 'kms:CreateGrant', 'kms:DescribeKey'];
const WITHOUT_GRANTS = [...CRYPTO, 'kms:DescribeKey'];
const revoking = metadata(READ_AND_REVOKE);
const reading = metadata(READ);

/** Sorted by alias. The policies are those that AWS gives such keys in its accounts. */
export const SERVICE_KEYS: readonly ServiceKey[] = [
  row('acm', 'auto-acm-4', 'ACM private keys', certificates),
  row(
    'backup',
    'auto-backup-1',
    'Backup data',
    through('backup', all('Backup', 'Backup Storage'), [
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:GenerateDataKey*',
    ]),
    revoking,
  ),
  row(
    'dynamodb',
    'auto-dynamodb-3',
    'DynamoDB data',
    throughAnyRegion('dynamodb', all('Amazon DynamoDB'), WITH_GRANTS),
    revoking,
    describedByDynamoDb,
  ),
  row('ebs', 'auto-ebs-2', 'EBS volumes', through('ec2', all('EBS'), WITH_GRANTS), revoking),
  row(
    'elasticfilesystem',
    'auto-elasticfilesystem-1',
    'EFS filesystems',
    through('elasticfilesystem', all('EFS').replace('through', 'to'), WITH_GRANTS),
    revoking,
  ),
  row(
    'kinesis',
    'auto-kinesis-1',
    'Kinesis data',
    through('kinesis', all('Amazon Kinesis'), WITHOUT_GRANTS),
    reading,
  ),
  row(
    'lambda',
    'auto-awslambda',
    'Lambda functions',
    through('lambda', all('AWS Lambda'), WITH_GRANTS),
    revoking,
  ),
  row(
    'rds',
    'auto-rds-2',
    'RDS database volumes',
    through('rds', all('RDS'), [...CRYPTO, 'kms:CreateGrant', 'kms:ListGrants', 'kms:DescribeKey']),
    revoking,
  ),
  row('s3', 'auto-s3-2', 'S3 objects', through('s3', all('S3'), WITHOUT_GRANTS), reading),
  row(
    'secretsmanager',
    'auto-secretsmanager-2',
    'Secrets Manager data',
    through('secretsmanager', SECRETS, [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncrypt*',
      'kms:CreateGrant',
      'kms:DescribeKey',
    ]),
    throughAnyRegion('secretsmanager', SECRETS, 'kms:GenerateDataKey*'),
    revoking,
  ),
  row(
    'sns',
    'auto-sns-1',
    'SNS data',
    through('sns', all('SNS'), [
      'kms:Decrypt',
      'kms:GenerateDataKey*',
      'kms:CreateGrant',
      'kms:ListGrants',
      'kms:DescribeKey',
    ]),
    revoking,
  ),
  row(
    'sqs',
    'auto-sqs-1',
    'SQS messages',
    through('sqs', all('Simple Queue Service (SQS)', 'SQS'), WITH_GRANTS),
    revoking,
  ),
  row('ssm', 'auto-ssm-1', 'SSM parameters', through('ssm', all('SSM'), WITHOUT_GRANTS), reading),
];

const BY_ALIAS: ReadonlyMap<string, ServiceKey> = new Map(
  SERVICE_KEYS.map((key) => [key.alias, key]),
);

export function serviceKeyOf(alias: string): ServiceKey | undefined {
  return BY_ALIAS.get(alias);
}
