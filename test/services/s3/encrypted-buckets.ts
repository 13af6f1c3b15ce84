import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type PutObjectCommandOutput,
  S3Client,
} from '@aws-sdk/client-s3';
import { freshAccount, type TestServer } from '../../server.ts';

export interface EncryptedBucket {
  readonly account: string;
  readonly Bucket: string;
  /** Clients of the account's root. */
  readonly s3: S3Client;
  readonly kms: KMSClient;
  /** The ARN of a key of the account. */
  readonly key: string;
}

/** A bucket and a key, in an account of their own. */
export async function bucketAndKey(server: TestServer, Policy?: string): Promise<EncryptedBucket> {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const kms = new KMSClient(server.client(account));
  const Bucket = `sealed-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy }));
  return { account, Bucket, s3, kms, key: KeyMetadata?.Arn ?? '' };
}

export function put(
  { s3, Bucket }: Pick<EncryptedBucket, 's3' | 'Bucket'>,
  input: Partial<PutObjectCommandInput> = {},
): Promise<PutObjectCommandOutput> {
  return s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'content', ...input }));
}

export async function read(
  { s3, Bucket }: Pick<EncryptedBucket, 's3' | 'Bucket'>,
  input: object = {},
) {
  const { Body, ...head } = await s3.send(new GetObjectCommand({ Bucket, Key: 'k', ...input }));
  return { head, text: await Body?.transformToString() };
}
