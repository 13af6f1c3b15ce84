// What `aws cloudtrail validate-logs` does, from its documentation: so that the lab and the tests prove it without the AWS command line.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { type CloudTrailClient, ListPublicKeysCommand } from '@aws-sdk/client-cloudtrail';
import { GetObjectCommand, ListObjectsCommand, type S3Client } from '@aws-sdk/client-s3';

export interface StoredFile {
  readonly key: string;
  readonly text: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export async function keysUnder(s3: S3Client, bucket: string, folder: string): Promise<string[]> {
  const keys: string[] = [];
  let Marker: string | undefined;
  for (;;) {
    const page = await s3.send(new ListObjectsCommand({ Bucket: bucket, Prefix: folder, Marker }));
    keys.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
    if (page.IsTruncated !== true) return keys;
    Marker = keys.at(-1);
  }
}

export async function storedFile(s3: S3Client, bucket: string, key: string): Promise<StoredFile> {
  const got = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const bytes = (await got.Body?.transformToByteArray()) ?? new Uint8Array();
  return { key, text: gunzipSync(bytes).toString('utf8'), metadata: got.Metadata ?? {} };
}

/** What a verification found, in words. Nothing: all is as it was delivered. */
export async function faultsOf(
  source: { readonly s3: S3Client; readonly trail: CloudTrailClient; readonly bucket: string },
  folder: string,
  range: { readonly StartTime: Date; readonly EndTime: Date },
): Promise<readonly string[]> {
  const { s3, trail, bucket } = source;
  const faults: string[] = [];
  const { PublicKeyList = [] } = await trail.send(new ListPublicKeysCommand(range));
  const keys = new Map(PublicKeyList.map((key) => [key.Fingerprint, key.Value]));
  const present = new Set(await keysUnder(s3, bucket, folder));
  const last = [...present].toSorted().at(-1);
  for (let key = last; key !== undefined; ) {
    if (!present.has(key)) {
      faults.push(`missing ${key}`);
      break;
    }
    const file = await storedFile(s3, bucket, key);
    const digest = JSON.parse(file.text);
    const signed = [
      digest.digestEndTime,
      `${bucket}/${key}`,
      sha256(file.text),
      digest.previousDigestSignature ?? 'null',
    ].join('\n');
    const der = Buffer.from(keys.get(digest.digestPublicKeyFingerprint) ?? []);
    const signature = Buffer.from(file.metadata['signature'] ?? '', 'hex');
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'pkcs1' });
    if (!verify('sha256', Buffer.from(signed), publicKey, signature)) faults.push(`forged ${key}`);
    for (const log of digest.logFiles) {
      const found = await storedFile(s3, bucket, log.s3Object).catch(() => undefined);
      if (found === undefined) faults.push(`missing ${log.s3Object}`);
      else if (sha256(found.text) !== log.hashValue) faults.push(`changed ${log.s3Object}`);
    }
    key = digest.previousDigestS3Object ?? undefined;
  }
  return faults;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
