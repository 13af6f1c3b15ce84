import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import 'reflect-metadata';
import { X509Crl } from '@peculiar/x509';
import { policyText } from '../../identities.ts';
import type { TestServer } from '../../server.ts';
import type { NewAuthority } from './authorities.ts';

/** A bucket that Private CA may put lists into: gives what an authority is made with to use it, and what reads its list. */
export async function listBucket(server: TestServer, account: string, ExpirationInDays: number) {
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const Bucket = `lists-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'acm-pca.amazonaws.com' },
    Action: ['s3:PutObject', 's3:PutObjectAcl', 's3:GetBucketAcl', 's3:GetBucketLocation'],
    Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  const options: NewAuthority = {
    RevocationConfiguration: {
      CrlConfiguration: { Enabled: true, ExpirationInDays, S3BucketName: Bucket },
    },
  };
  const read = async (authority: string): Promise<X509Crl> => {
    const Key = `crl/${authority.split('/')[1]}.crl`;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return new X509Crl(await (Body?.transformToByteArray() ?? new Uint8Array()));
  };
  return { options, read };
}

export function serialsIn(list: X509Crl): readonly string[] {
  return list.entries.map(({ serialNumber }) => serialNumber.toLowerCase());
}
