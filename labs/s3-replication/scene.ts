import { createHash, randomBytes } from 'node:crypto';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ACCOUNT, type DevServer, policyText } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';

export const HOME = 'us-east-1';
export const AWAY = 'eu-west-1';
export const SOURCE = 'orders-source';
export const TARGET = 'orders-copies';
export const ROLE = 'copier';
const POLLS_MAX = 100;
const POLL_MS = 100;

export interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly home: S3Client;
  readonly away: S3Client;
  /** ARNs: of a key in each Region, and of the role that copies. */
  readonly homeKey: string;
  readonly awayKey: string;
  readonly role: string;
  /** A key that the customer keeps. */
  readonly own: CustomerKey;
}

export interface CustomerKey {
  readonly SSECustomerAlgorithm: 'AES256';
  readonly SSECustomerKey: string;
  readonly SSECustomerKeyMD5: string;
}

export async function makeScene(narrator: Narrator, server: DevServer): Promise<Scene> {
  const home = new S3Client({ ...server.root(ACCOUNT, HOME), forcePathStyle: true });
  const away = new S3Client({ ...server.root(ACCOUNT, AWAY), forcePathStyle: true });
  await home.send(new CreateBucketCommand({ Bucket: SOURCE }));
  const CreateBucketConfiguration = { LocationConstraint: AWAY } as const;
  await away.send(new CreateBucketCommand({ Bucket: TARGET, CreateBucketConfiguration }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await home.send(new PutBucketVersioningCommand({ Bucket: SOURCE, VersioningConfiguration }));
  await away.send(new PutBucketVersioningCommand({ Bucket: TARGET, VersioningConfiguration }));
  const homeKey = await newKey(server, HOME);
  const awayKey = await newKey(server, AWAY);
  const role = await newRole(server, { homeKey, awayKey });
  narrator.show('key in us-east-1', homeKey);
  narrator.show('key in eu-west-1', awayKey);
  narrator.show('role', role);
  return { narrator, server, home, away, homeKey, awayKey, role, own: customerKey() };
}

async function newKey(server: DevServer, region: string): Promise<string> {
  const { KeyMetadata } = await server.kms(ACCOUNT, region).send(new CreateKeyCommand({}));
  return KeyMetadata?.Arn ?? '';
}

function customerKey(): CustomerKey {
  const key = randomBytes(32);
  return {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: key.toString('base64'),
    SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
  };
}

/** What AWS's documentation gives a role that copies objects under keys of KMS. */
async function newRole(
  server: DevServer,
  { homeKey, awayKey }: Pick<Scene, 'homeKey' | 'awayKey'>,
): Promise<string> {
  const iam = new IAMClient(server.root(ACCOUNT));
  const AssumeRolePolicyDocument = policyText({
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'sts:AssumeRole',
  });
  const { Role } = await iam.send(
    new CreateRoleCommand({ RoleName: ROLE, AssumeRolePolicyDocument }),
  );
  const through = (region: string, bucket: string) => ({
    StringLike: {
      'kms:ViaService': `s3.${region}.amazonaws.com`,
      'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${bucket}/*`,
    },
  });
  const allow = (Action: string | readonly string[], Resource: string, Condition?: object) => ({
    Effect: 'Allow',
    Action,
    Resource,
    ...(Condition === undefined ? {} : { Condition }),
  });
  const PolicyDocument = policyText(
    allow(['s3:GetReplicationConfiguration', 's3:ListBucket'], `arn:aws:s3:::${SOURCE}`),
    allow('s3:GetObjectVersionForReplication', `arn:aws:s3:::${SOURCE}/*`),
    allow('s3:ReplicateObject', `arn:aws:s3:::${TARGET}/*`),
    allow('kms:Decrypt', homeKey, through(HOME, SOURCE)),
    allow('kms:Encrypt', awayKey, through(AWAY, TARGET)),
  );
  const policy = { RoleName: ROLE, PolicyName: 'copies', PolicyDocument };
  await iam.send(new PutRolePolicyCommand(policy));
  return Role?.Arn ?? '';
}

/** The replication status of an object, once it is no longer PENDING. */
export async function settled({ home }: Scene, Key: string, key: object = {}): Promise<string> {
  const head = new HeadObjectCommand({ Bucket: SOURCE, Key, ...key });
  for (let polls = 0; polls < POLLS_MAX; polls += 1) {
    const { ReplicationStatus = 'none' } = await home.send(head);
    if (ReplicationStatus !== 'PENDING') return ReplicationStatus;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return 'PENDING';
}

/** A copy as a client in eu-west-1 reads it. */
export async function readCopy({ away }: Scene, Key: string, key: object = {}) {
  const { Body, ...head } = await away.send(new GetObjectCommand({ Bucket: TARGET, Key, ...key }));
  return { head, text: (await Body?.transformToString()) ?? '' };
}
