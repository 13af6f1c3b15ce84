import type { S3Operations } from '../../../../../models/s3/types.ts';
import { ServiceError } from '../../../../core/errors.ts';
import type { JsonObject } from '../../../../core/json.ts';
import { type Ask, camel, everyPage, type Reference, tagsOf, unless } from '../asking.ts';
import type { Described, Listed, RecordedType } from '../recorded-type.ts';

const listBuckets: Reference<S3Operations['ListBuckets']> = {
  service: 's3',
  operation: 'ListBuckets',
};
const location: Reference<S3Operations['GetBucketLocation']> = {
  service: 's3',
  operation: 'GetBucketLocation',
};
const encryption: Reference<S3Operations['GetBucketEncryption']> = {
  service: 's3',
  operation: 'GetBucketEncryption',
};
const policy: Reference<S3Operations['GetBucketPolicy']> = {
  service: 's3',
  operation: 'GetBucketPolicy',
};
const policyStatus: Reference<S3Operations['GetBucketPolicyStatus']> = {
  service: 's3',
  operation: 'GetBucketPolicyStatus',
};
const publicAccess: Reference<S3Operations['GetPublicAccessBlock']> = {
  service: 's3',
  operation: 'GetPublicAccessBlock',
};
const versioning: Reference<S3Operations['GetBucketVersioning']> = {
  service: 's3',
  operation: 'GetBucketVersioning',
};
const tagging: Reference<S3Operations['GetBucketTagging']> = {
  service: 's3',
  operation: 'GetBucketTagging',
};
const GONE = ['NoSuchBucket'];

export const s3Buckets: RecordedType = {
  type: 'AWS::S3::Bucket',
  source: 's3.amazonaws.com',
  list: async (ask, { region }) => {
    const buckets = await everyPage({
      fetch: (ContinuationToken) =>
        ask(listBuckets, ContinuationToken === undefined ? {} : { ContinuationToken }),
      items: ({ Buckets }) => Buckets,
      next: ({ ContinuationToken }) => ContinuationToken,
    });
    const here: Listed[] = [];
    for (const { Name = '', CreationDate } of buckets.items) {
      const named = { id: Name, name: Name, arn: `arn:aws:s3:::${Name}` };
      const place = await regionOf(ask, Name);
      if (place instanceof ServiceError)
        here.push({ ...named, describe: () => Promise.reject(place) });
      if (place !== region) continue;
      here.push({ ...named, describe: () => unless(GONE, described(ask, Name, CreationDate)) });
    }
    return { listed: here, isCut: buckets.isCut };
  },
};

/** The error where the bucket may not be asked: it may be here, and what is known of it stays. */
async function regionOf(ask: Ask, Bucket: string): Promise<string | ServiceError | undefined> {
  try {
    const found = await unless(GONE, ask(location, { Bucket }));
    return found && (found.LocationConstraint ?? 'us-east-1');
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

async function described(ask: Ask, Bucket: string, created: Date | undefined): Promise<Described> {
  const sse = await unless(
    ['ServerSideEncryptionConfigurationNotFoundError'],
    ask(encryption, { Bucket }),
  );
  const text = (await unless(['NoSuchBucketPolicy'], ask(policy, { Bucket })))?.Policy ?? null;
  const status = await unless(['NoSuchBucketPolicy'], ask(policyStatus, { Bucket }));
  const blocked = await unless(
    ['NoSuchPublicAccessBlockConfiguration'],
    ask(publicAccess, { Bucket }),
  );
  const kept = await ask(versioning, { Bucket });
  const tags = await unless(['NoSuchTagSet'], ask(tagging, { Bucket }));
  const configuration: JsonObject = camel({ name: Bucket, creationDate: created });
  return {
    configuration,
    supplementary: {
      BucketPolicy: { policyText: text },
      BucketPolicyStatus: { isPublic: status?.PolicyStatus?.IsPublic ?? false },
      BucketVersioningConfiguration: {
        status: kept.Status ?? 'Off',
        isMfaDeleteEnabled: kept.MFADelete === 'Enabled',
      },
      ...(sse?.ServerSideEncryptionConfiguration === undefined
        ? {}
        : { ServerSideEncryptionConfiguration: camel(sse.ServerSideEncryptionConfiguration) }),
      ...(blocked?.PublicAccessBlockConfiguration === undefined
        ? {}
        : { PublicAccessBlockConfiguration: camel(blocked.PublicAccessBlockConfiguration) }),
    },
    tags: tagsOf(tags?.TagSet),
    created,
  };
}
