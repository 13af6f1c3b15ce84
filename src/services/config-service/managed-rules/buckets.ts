import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import { deniesPlainHttp, isPublicFor } from '../evaluating/policy-questions.ts';
import { isTrueAt, objectsAt, textAt } from '../evaluating/reading.ts';
import type { Item } from '../state.ts';

const common = { types: ['AWS::S3::Bucket'] } as const;

const READING = [
  'GetObject',
  'GetObjectVersion',
  'ListBucket',
  'ListBucketVersions',
  'GetBucketAcl',
];
const WRITING = [
  'PutObject',
  'PutObjectAcl',
  'DeleteObject',
  'DeleteObjectVersion',
  'PutBucketPolicy',
];
/** An action that no policy names: a statement that is about it is about all. */
const UNHEARD = ['UnheardOf'];

/** The actions on the bucket and on something in it. */
function asked({ id }: Item, actions: readonly string[]) {
  const arn = `arn:aws:s3:::${id}`;
  return actions.flatMap((name) =>
    [arn, `${arn}/key`].map((resource) => ({ action: `s3:${name}`, resource })),
  );
}

/** The bucket's policy gives the public one of the actions, and no block takes it back. */
function gives(item: Item, actions: readonly string[]): boolean {
  const { supplementary } = item;
  if (isTrueAt(supplementary, 'PublicAccessBlockConfiguration', 'restrictPublicBuckets')) {
    return false;
  }
  return isPublicFor(policyOf(item), asked(item, actions));
}

function policyOf({ supplementary }: Item): string | undefined {
  return textAt(supplementary, 'BucketPolicy', 'policyText');
}

function algorithmOf({ supplementary }: Item): string | undefined {
  const [rule] = objectsAt(supplementary, 'ServerSideEncryptionConfiguration', 'rules');
  return textAt(rule, 'applyServerSideEncryptionByDefault', 'sSEAlgorithm');
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
        deniesPlainHttp(policyOf(item), asked(item, UNHEARD)),
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
