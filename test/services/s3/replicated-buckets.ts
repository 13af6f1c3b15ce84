import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandInput,
  PutBucketReplicationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type ReplicationRule,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { policyText, type Statement } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, type TestServer } from '../../server.ts';

const HOME = 'us-east-1';
const AWAY = 'eu-west-1';

export interface ReplicatedBuckets {
  readonly server: TestServer;
  readonly account: string;
  /** The account of the destination. */
  readonly other: string;
  readonly source: string;
  readonly target: string;
  readonly role: string;
  readonly home: S3Client;
  readonly away: S3Client;
}

/** Two buckets with versions, in two Regions, and a role that S3 may take; `other` owns the destination. */
export async function replicatedBuckets(
  server: TestServer,
  account = freshAccount(),
  other = account,
): Promise<ReplicatedBuckets> {
  const home = new S3Client(server.client(account, HOME));
  const away = new S3Client(server.client(other, AWAY));
  const source = `source-${account}`;
  const target = `target-${other}-${account}`;
  await home.send(new CreateBucketCommand({ Bucket: source }));
  const CreateBucketConfiguration = { LocationConstraint: AWAY } as const;
  await away.send(new CreateBucketCommand({ Bucket: target, CreateBucketConfiguration }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await home.send(new PutBucketVersioningCommand({ Bucket: source, VersioningConfiguration }));
  await away.send(new PutBucketVersioningCommand({ Bucket: target, VersioningConfiguration }));
  const role = await newRole(server, account, 'copier', { Service: 's3.amazonaws.com' });
  const own = { server, account, other, source, target, role, home, away };
  await allowRole(own, 'objects', objectStatements(own));
  return own;
}

/** What AWS's documentation gives a role that copies objects. */
export function objectStatements({ source, target }: ReplicatedBuckets): readonly Statement[] {
  return [
    {
      Effect: 'Allow',
      Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      Resource: `arn:aws:s3:::${source}`,
    },
    {
      Effect: 'Allow',
      Action: [
        's3:GetObjectVersionForReplication',
        's3:GetObjectVersionAcl',
        's3:GetObjectVersionTagging',
      ],
      Resource: `arn:aws:s3:::${source}/*`,
    },
    {
      Effect: 'Allow',
      Action: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'],
      Resource: `arn:aws:s3:::${target}/*`,
    },
  ];
}

export async function allowRole(
  { server, account }: ReplicatedBuckets,
  PolicyName: string,
  statements: readonly Statement[],
): Promise<void> {
  const iam = new IAMClient(server.client(account));
  const PolicyDocument = policyText(...statements);
  await iam.send(new PutRolePolicyCommand({ RoleName: 'copier', PolicyName, PolicyDocument }));
}

/** A key of the account at home, and one of the other account away. */
export async function keysOf(
  { server, account, other }: ReplicatedBuckets,
  awayPolicy?: string,
): Promise<{ readonly homeKey: string; readonly awayKey: string; readonly kms: KMSClient }> {
  const near = new KMSClient(server.client(account, HOME));
  const kms = new KMSClient(server.client(other, AWAY));
  const made = await near.send(new CreateKeyCommand({}));
  const far = await kms.send(new CreateKeyCommand({ Policy: awayPolicy }));
  return { homeKey: made.KeyMetadata?.Arn ?? '', awayKey: far.KeyMetadata?.Arn ?? '', kms };
}

/** Uses of keys as AWS's documentation gives them to the role. */
export function keyStatements(
  { source, target }: ReplicatedBuckets,
  { homeKey, awayKey }: { readonly homeKey: string; readonly awayKey: string },
): readonly Statement[] {
  const use = (Action: string, Resource: string, region: string, bucket: string) =>
    ({
      Effect: 'Allow',
      Action,
      Resource,
      Condition: {
        StringLike: {
          'kms:ViaService': `s3.${region}.amazonaws.com`,
          'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${bucket}/*`,
        },
      },
    }) as const;
  return [use('kms:Decrypt', homeKey, HOME, source), use('kms:Encrypt', awayKey, AWAY, target)];
}

/** A rule for everything. */
export function ruleTo(
  own: ReplicatedBuckets,
  more: Partial<ReplicationRule> = {},
): ReplicationRule {
  return {
    ID: 'all',
    Status: 'Enabled',
    Priority: 1,
    Filter: { Prefix: '' },
    DeleteMarkerReplication: { Status: 'Disabled' },
    ...more,
    Destination: { Bucket: `arn:aws:s3:::${own.target}`, ...more.Destination },
  };
}

export async function replicate(
  own: ReplicatedBuckets,
  ...Rules: ReplicationRule[]
): Promise<void> {
  const ReplicationConfiguration = { Role: own.role, Rules };
  const Bucket = own.source;
  await own.home.send(new PutBucketReplicationCommand({ Bucket, ReplicationConfiguration }));
}

export async function put(
  { home, source }: ReplicatedBuckets,
  Key: string,
  more: Partial<PutObjectCommandInput> = {},
): Promise<string> {
  const input = { Bucket: source, Key, Body: `content of ${Key}`, ...more };
  return (await home.send(new PutObjectCommand(input))).VersionId ?? '';
}

/** Waits until a version of the source has a status other than PENDING. */
export async function settled(
  { home, source }: ReplicatedBuckets,
  Key: string,
  more: Partial<HeadObjectCommandInput> = {},
): Promise<string | undefined> {
  let status: string | undefined;
  const head = new HeadObjectCommand({ Bucket: source, Key, ...more });
  await expect
    .poll(
      async () => {
        status = (await home.send(head)).ReplicationStatus;
        return status;
      },
      { timeout: 20_000 },
    )
    .not.toBe('PENDING');
  return status;
}

export async function readCopy(
  { away, target }: ReplicatedBuckets,
  Key: string,
  more: object = {},
) {
  const { Body, ...head } = await away.send(new GetObjectCommand({ Bucket: target, Key, ...more }));
  return { head, text: await Body?.transformToString() };
}
