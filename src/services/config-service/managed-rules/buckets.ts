import type { JsonObject } from '../../../core/json.ts';
import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import {
  isForEverybody,
  isTrueAt,
  objectsAt,
  statementsIn,
  textAt,
  textsOf,
  valueAt,
} from '../evaluating/reading.ts';
import type { Item } from '../state.ts';

const common = { types: ['AWS::S3::Bucket'] } as const;

const READING = /^s3:(\*|get|list)|^\*$/i;
const WRITING = /^s3:(\*|put|delete|abort|restore|replicate)|^\*$/i;

/** The bucket's policy gives the public something that a pattern names, and no block takes it back. */
function gives(item: Item, pattern: RegExp): boolean {
  const { supplementary } = item;
  if (isTrueAt(supplementary, 'PublicAccessBlockConfiguration', 'restrictPublicBuckets'))
    return false;
  if (!isTrueAt(supplementary, 'BucketPolicyStatus', 'isPublic')) return false;
  return policyOf(item).some(
    (statement) =>
      statement['Effect'] === 'Allow' &&
      isForEverybody(statement) &&
      textsOf(statement['Action']).some((action) => pattern.test(action)),
  );
}

function policyOf({ supplementary }: Item): readonly JsonObject[] {
  return statementsIn(textAt(supplementary, 'BucketPolicy', 'policyText'));
}

function algorithmOf({ supplementary }: Item): string | undefined {
  const [rule] = objectsAt(supplementary, 'ServerSideEncryptionConfiguration', 'rules');
  return textAt(rule, 'applyServerSideEncryptionByDefault', 'sSEAlgorithm');
}

/** A statement denies everybody everything that does not come over TLS. */
function deniesPlainHttp(statement: JsonObject): boolean {
  const secure = valueAt(statement, 'Condition', 'Bool', 'aws:SecureTransport');
  return (
    statement['Effect'] === 'Deny' &&
    isForEverybody(statement) &&
    textsOf(statement['Action']).some((action) => action === '*' || action === 's3:*') &&
    [...textsOf(secure), secure].some((one) => one === 'false' || one === false)
  );
}

export const bucketRules: readonly ManagedRule[] = [
  {
    ...common,
    kind: 'resource',
    identifier: 'S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED',
    trigger: 'change',
    judge: (item) =>
      judged(algorithmOf(item) !== undefined, 'The bucket has no default encryption.'),
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'S3_DEFAULT_ENCRYPTION_KMS',
    trigger: 'change',
    judge: (item) =>
      judged(
        algorithmOf(item)?.startsWith('aws:kms') === true,
        'The bucket is not encrypted by a KMS key.',
      ),
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'S3_BUCKET_PUBLIC_READ_PROHIBITED',
    trigger: 'both',
    judge: (item) => judged(!gives(item, READING), 'The bucket policy allows public read access.'),
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
    trigger: 'both',
    judge: (item) => judged(!gives(item, WRITING), 'The bucket policy allows public write access.'),
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'S3_BUCKET_SSL_REQUESTS_ONLY',
    trigger: 'change',
    judge: (item) =>
      judged(
        policyOf(item).some(deniesPlainHttp),
        'The bucket policy does not deny requests without TLS.',
      ),
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'S3_BUCKET_VERSIONING_ENABLED',
    trigger: 'change',
    parameters: { isMfaDeleteEnabled: { kind: 'boolean' } },
    judge: ({ supplementary }, { isMfaDeleteEnabled }) => {
      const at = 'BucketVersioningConfiguration';
      const isOn = textAt(supplementary, at, 'status') === 'Enabled';
      const isProven = isTrueAt(supplementary, at, 'isMfaDeleteEnabled');
      return judged(
        isOn && (isMfaDeleteEnabled !== 'true' || isProven),
        'The bucket does not keep versions as it should.',
      );
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED',
    trigger: 'change',
    parameters: { excludedPublicBuckets: {} },
    judge: ({ id, supplementary }, { excludedPublicBuckets = '' }) => {
      if (excludedPublicBuckets.split(',').includes(id)) return judged(true, '');
      const settings = [
        'blockPublicAcls',
        'ignorePublicAcls',
        'blockPublicPolicy',
        'restrictPublicBuckets',
      ];
      const isBlocked = settings.every((setting) =>
        isTrueAt(supplementary, 'PublicAccessBlockConfiguration', setting),
      );
      return judged(isBlocked, 'The bucket does not block public access in every way.');
    },
  },
];
