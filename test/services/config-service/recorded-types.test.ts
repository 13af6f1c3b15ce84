import {
  CreateTrailCommand,
  CloudTrailClient,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  DescribeConfigurationRecorderStatusCommand,
  GetComplianceDetailsByConfigRuleCommand,
  GetDiscoveredResourceCountsCommand,
  PutConfigRuleCommand,
} from '@aws-sdk/client-config-service';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateSecurityGroupCommand,
  CreateVolumeCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newFunction, node } from '../lambda/functions.ts';
import { pass, startRecording } from './recording.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function makeOneOfEach(account: string): Promise<void> {
  const config = server.client(account);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const Bucket = `trail-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: ['s3:PutObject', 's3:GetBucketAcl'],
    Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  const cloudtrail = new CloudTrailClient(config);
  await cloudtrail.send(new CreateTrailCommand({ Name: 'trail', S3BucketName: Bucket }));
  await cloudtrail.send(new StartLoggingCommand({ Name: 'trail' }));
  await new DynamoDBClient(config).send(
    new CreateTableCommand({
      TableName: 'table',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  const ec2 = new EC2Client(config);
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
  await ec2.send(
    new CreateSecurityGroupCommand({
      GroupName: 'group',
      Description: 'one of each',
      VpcId: Vpcs[0]?.VpcId,
    }),
  );
  await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 1 }));
  const iam = new IAMClient(config);
  await iam.send(new CreateUserCommand({ UserName: 'user' }));
  await iam.send(new CreateGroupCommand({ GroupName: 'group' }));
  const PolicyDocument = policyText({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
  await iam.send(new CreatePolicyCommand({ PolicyName: 'policy', PolicyDocument }));
  await new KMSClient(config).send(new CreateKeyCommand({}));
  await newFunction(server, account, 'function', node('export const handler = () => 1;'));
  await new SecretsManagerClient(config).send(
    new CreateSecretCommand({ Name: 'secret', SecretString: 'x' }),
  );
  await new SNSClient(config).send(new CreateTopicCommand({ Name: 'topic' }));
  await new SQSClient(config).send(new CreateQueueCommand({ QueueName: 'queue' }));
}

test('recording: every type that services keep is described without a fault', async () => {
  const account = freshAccount();
  await makeOneOfEach(account);
  const { client } = await startRecording(server, { account });
  const { resourceCounts = [] } = await client.send(new GetDiscoveredResourceCountsCommand({}));
  const counts = Object.fromEntries(resourceCounts.map((one) => [one.resourceType, one.count]));
  expect(counts).toMatchObject({
    'AWS::CloudTrail::Trail': 1,
    'AWS::DynamoDB::Table': 1,
    'AWS::EC2::SecurityGroup': 2,
    'AWS::EC2::VPC': 1,
    'AWS::EC2::Volume': 1,
    'AWS::IAM::Group': 1,
    'AWS::IAM::Policy': 1,
    'AWS::IAM::Role': 2,
    'AWS::IAM::User': 1,
    'AWS::KMS::Key': 2,
    'AWS::Lambda::Function': 1,
    'AWS::S3::Bucket': 2,
    'AWS::SNS::Topic': 1,
    'AWS::SQS::Queue': 1,
    'AWS::SecretsManager::Secret': 1,
  });
  const { ConfigurationRecordersStatus } = await client.send(
    new DescribeConfigurationRecorderStatusCommand({}),
  );
  expect(ConfigurationRecordersStatus).toMatchObject([{ lastStatus: 'Success' }]);
});

/** What rules say of one resource of each service as it is when just made. */
const EXPECTED: readonly [string, readonly (string | undefined)[]][] = [
  ['S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED', ['COMPLIANT', 'COMPLIANT']],
  ['S3_BUCKET_SSL_REQUESTS_ONLY', ['NON_COMPLIANT', 'NON_COMPLIANT']],
  ['S3_BUCKET_PUBLIC_READ_PROHIBITED', ['COMPLIANT', 'COMPLIANT']],
  ['S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED', ['COMPLIANT', 'COMPLIANT']],
  ['S3_BUCKET_VERSIONING_ENABLED', ['NON_COMPLIANT', 'NON_COMPLIANT']],
  ['CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED', ['NON_COMPLIANT']],
  ['CLOUD_TRAIL_ENABLED', ['COMPLIANT']],
  ['DYNAMODB_TABLE_ENCRYPTED_KMS', ['NON_COMPLIANT']],
  ['DYNAMODB_PITR_ENABLED', ['NON_COMPLIANT']],
  ['INCOMING_SSH_DISABLED', ['COMPLIANT', 'COMPLIANT']],
  ['IAM_USER_MFA_ENABLED', ['NON_COMPLIANT']],
  ['ACCESS_KEYS_ROTATED', []],
  ['IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS', ['COMPLIANT']],
  ['CMK_BACKING_KEY_ROTATION_ENABLED', ['NON_COMPLIANT']],
  ['KMS_CMK_NOT_SCHEDULED_FOR_DELETION', ['COMPLIANT']],
  ['LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED', ['COMPLIANT']],
  ['SECRETSMANAGER_ROTATION_ENABLED_CHECK', ['NON_COMPLIANT']],
  ['SECRETSMANAGER_SECRET_UNUSED', ['COMPLIANT']],
  ['SNS_ENCRYPTED_KMS', ['NON_COMPLIANT']],
  ['ROOT_ACCOUNT_MFA_ENABLED', ['NON_COMPLIANT']],
  ['EC2_EBS_ENCRYPTION_BY_DEFAULT', ['NON_COMPLIANT']],
  ['ENCRYPTED_VOLUMES', []],
];

test('managed rules: judge what services really answer', async () => {
  const account = freshAccount();
  await makeOneOfEach(account);
  const { client } = await startRecording(server, { account });
  for (const [SourceIdentifier] of EXPECTED) {
    const Source = { Owner: 'AWS', SourceIdentifier } as const;
    const ConfigRule = { ConfigRuleName: SourceIdentifier, Source };
    await client.send(new PutConfigRuleCommand({ ConfigRule }));
  }
  await pass(server, 1_000);
  let judged = 0;
  for (const [ConfigRuleName, expected] of EXPECTED) {
    const { EvaluationResults = [] } = await client.send(
      new GetComplianceDetailsByConfigRuleCommand({ ConfigRuleName }),
    );
    const types = EvaluationResults.map(({ ComplianceType }) => ComplianceType);
    expect(types, ConfigRuleName).toEqual(expected);
    judged += types.length;
  }
  expect(judged).toBe(26);
});
