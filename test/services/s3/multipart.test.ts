import { createHash, randomBytes } from 'node:crypto';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  DeleteBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  S3Client,
  UploadPartCommand,
  type UploadPartCommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bucketAndKey, type EncryptedBucket } from './encrypted-buckets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const MIB = 1024 ** 2;
const Key = 'large/object';

async function begin(
  { s3, Bucket }: EncryptedBucket,
  input: Partial<CreateMultipartUploadCommandInput> = {},
) {
  const made = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...input }));
  return { ...made, UploadId: made.UploadId ?? '' };
}

async function part(
  { s3, Bucket }: EncryptedBucket,
  UploadId: string,
  PartNumber: number,
  Body: Uint8Array,
  input: Partial<UploadPartCommandInput> = {},
): Promise<CompletedPart> {
  const command = new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ...input });
  const { ETag, ChecksumCRC32 } = await s3.send(command);
  return { PartNumber, ETag, ChecksumCRC32 };
}

function complete(
  { s3, Bucket }: Pick<EncryptedBucket, 's3' | 'Bucket'>,
  UploadId: string,
  Parts: CompletedPart[],
) {
  const MultipartUpload = { Parts };
  return s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }));
}

async function content({ s3, Bucket }: EncryptedBucket, input: object = {}): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...input }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest();

test('a multipart upload: becomes one object, whose ETag is of its parts', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket } = own;
  const { UploadId } = await begin(own, { ContentType: 'text/x', Metadata: { a: 'b' } });
  const [one, two, three] = [randomBytes(5 * MIB), randomBytes(5 * MIB + 1), randomBytes(10)];
  const second = await part(own, UploadId, 2, two);
  const dropped = await part(own, UploadId, 3, randomBytes(20));
  expect(dropped.PartNumber).toBe(3);
  const first = await part(own, UploadId, 1, one);
  const last = await part(own, UploadId, 7, three);
  expect(first.ETag).toBe(`"${md5(one).toString('hex')}"`);
  const { Parts } = await s3.send(new ListPartsCommand({ Bucket, Key, UploadId }));
  expect(Parts).toMatchObject([
    { PartNumber: 1, ETag: first.ETag, Size: 5 * MIB },
    { PartNumber: 2, Size: 5 * MIB + 1 },
    { PartNumber: 3, Size: 20 },
    { PartNumber: 7, Size: 10 },
  ]);
  const { Uploads } = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
  expect(Uploads).toMatchObject([{ Key, UploadId }]);
  await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  });
  const made = await complete(own, UploadId, [first, second, last]);
  const etag = md5(Buffer.concat([one, two, three].map(md5))).toString('hex');
  expect(made).toMatchObject({ Bucket, Key, ETag: `"${etag}-3"` });
  const whole = Buffer.concat([one, two, three]);
  expect(whole.equals(await content(own))).toBe(true);
  const range = await content(own, { Range: `bytes=${5 * MIB - 3}-${10 * MIB + 5}` });
  expect(whole.subarray(5 * MIB - 3, 10 * MIB + 6).equals(range)).toBe(true);
  expect(two.equals(await content(own, { PartNumber: 2 }))).toBe(true);
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key, PartNumber: 1 }));
  expect(head).toMatchObject({
    ContentType: 'text/x',
    Metadata: { a: 'b' },
    ContentLength: 5 * MIB,
    PartsCount: 3,
  });
  await expect(complete(own, UploadId, [first])).rejects.toMatchObject({
    name: 'NoSuchUpload',
    message:
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  });
});

test('a multipart upload: has a checksum of its parts’ checksums', async () => {
  const own = await bucketAndKey(server);
  const { UploadId, ChecksumType } = await begin(own, { ChecksumAlgorithm: 'CRC32' });
  expect(ChecksumType).toBe('COMPOSITE');
  const only = await part(own, UploadId, 1, randomBytes(10), { ChecksumAlgorithm: 'CRC32' });
  await expect(
    complete(own, UploadId, [{ ...only, ChecksumCRC32: 'AAAAAA==' }]),
  ).rejects.toMatchObject({ name: 'InvalidPart' });
  const made = await complete(own, UploadId, [only]);
  expect(made.ChecksumCRC32).toMatch(/^[A-Za-z0-9+/]{6}==-1$/);
  expect(made.ChecksumType).toBe('COMPOSITE');
});

test('CompleteMultipartUpload: refuses parts out of order, unknown or too small', async () => {
  const own = await bucketAndKey(server);
  const { UploadId } = await begin(own);
  const first = await part(own, UploadId, 1, randomBytes(10));
  const second = await part(own, UploadId, 2, randomBytes(10));
  const refused: readonly [parts: CompletedPart[], name: string, message: string][] = [
    [
      [second, first],
      'InvalidPartOrder',
      'The list of parts was not in ascending order. The parts list must be specified in order by part number.',
    ],
    [
      [first, { ...second, ETag: first.ETag }],
      'InvalidPart',
      'One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified ' +
        "entity tag may not match the part's entity tag.",
    ],
    [
      [first, second],
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
    ],
    [
      [],
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    ],
  ];
  for (const [parts, name, message] of refused) {
    await expect(complete(own, UploadId, parts), name).rejects.toMatchObject({ name, message });
  }
  expect(refused).toHaveLength(4);
  await expect(part(own, UploadId, 10_001, randomBytes(1))).rejects.toMatchObject({
    name: 'InvalidArgument',
    message: 'Part number must be an integer between 1 and 10000, inclusive',
  });
});

test('AbortMultipartUpload: forgets its parts; a bucket with an upload can’t be deleted', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket } = own;
  const { UploadId } = await begin(own);
  await part(own, UploadId, 1, randomBytes(10));
  const drop = () => s3.send(new DeleteBucketCommand({ Bucket }));
  await expect(drop()).rejects.toMatchObject({ name: 'BucketNotEmpty' });
  const abort = () => s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  await abort();
  await expect(abort()).rejects.toMatchObject({ name: 'NoSuchUpload' });
  const { Uploads } = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
  expect(Uploads).toBeUndefined();
  await drop();
});

test('a multipart upload under a KMS key: needs the key for each part, and to be read', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket, key } = own;
  const made = await begin(own, { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key });
  expect(made).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key });
  const [one, two] = [randomBytes(5 * MIB), randomBytes(100)];
  const first = await part(own, made.UploadId, 1, one);
  const config = await newUser(server, own.account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  });
  const ann = { ...own, s3: new S3Client(config) };
  await expect(part(ann, made.UploadId, 2, two)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: kms:Decrypt on resource: ${key} ` +
      'because no identity-based policy allows the kms:Decrypt action',
  });
  const second = await part(own, made.UploadId, 2, two);
  const object = await complete(own, made.UploadId, [first, second]);
  expect(object).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key });
  expect(object.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
  expect(Buffer.concat([one, two]).equals(await content(own))).toBe(true);
  await own.kms.send(new DisableKeyCommand({ KeyId: key }));
  await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
    name: 'KMS.DisabledException',
  });
});

test('a multipart upload under a customer’s key: takes it with each part', async () => {
  const own = await bucketAndKey(server);
  const secret = (key: Buffer) => ({
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: key.toString('base64'),
  });
  const key = secret(randomBytes(32));
  const { UploadId } = await begin(own, key);
  const body = randomBytes(10);
  await expect(part(own, UploadId, 1, body)).rejects.toMatchObject({ name: 'InvalidRequest' });
  await expect(part(own, UploadId, 1, body, secret(randomBytes(32)))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await complete(own, UploadId, [await part(own, UploadId, 1, body, key)]);
  expect(body.equals(await content(own, key))).toBe(true);
});
