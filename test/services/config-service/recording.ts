import {
  ConfigServiceClient,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  type RecordingGroup,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { policyText } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, type TestServer } from '../../server.ts';

export interface Recording {
  readonly account: string;
  readonly client: ConfigServiceClient;
  readonly bucket: string;
  readonly roleArn: string;
}

/** A role that Config takes, and that may read everything. */
export async function recorderRole(server: TestServer, account: string): Promise<string> {
  const roleArn = await newRole(server, account, 'recorder', {
    Service: 'config.amazonaws.com',
  });
  await new IAMClient(server.client(account)).send(
    new PutRolePolicyCommand({
      RoleName: 'recorder',
      PolicyName: 'reads',
      PolicyDocument: policyText({ Effect: 'Allow', Action: '*', Resource: '*' }),
    }),
  );
  return roleArn;
}

/** A bucket that Config may write to. */
export async function configBucket(server: TestServer, account: string): Promise<string> {
  const Bucket = `config-${account}`;
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'config.amazonaws.com' },
    Action: ['s3:PutObject', 's3:GetBucketAcl', 's3:ListBucket'],
    Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  return Bucket;
}

/** An account whose recorder records, with all that it needs. */
export async function startRecording(
  server: TestServer,
  options: {
    readonly group?: RecordingGroup;
    readonly topic?: string;
    readonly account?: string;
  } = {},
): Promise<Recording> {
  const account = options.account ?? freshAccount();
  const client = new ConfigServiceClient(server.client(account));
  const roleArn = await recorderRole(server, account);
  const bucket = await configBucket(server, account);
  const group = options.group ?? { allSupported: true, includeGlobalResourceTypes: true };
  await client.send(
    new PutConfigurationRecorderCommand({
      ConfigurationRecorder: { name: 'default', roleARN: roleArn, recordingGroup: group },
    }),
  );
  await client.send(
    new PutDeliveryChannelCommand({
      DeliveryChannel: {
        name: 'default',
        s3BucketName: bucket,
        ...(options.topic === undefined ? {} : { snsTopicARN: options.topic }),
      },
    }),
  );
  await client.send(
    new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }),
  );
  await pass(server, 20_000);
  return { account, client, bucket, roleArn };
}

/** Lets service time pass, with all that falls due. */
export async function pass(server: TestServer, ms: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + ms);
}
