import type { BucketFacts } from './port.ts';
import type { FindingDocument, PostureDocument } from './state.ts';

/** How a bucket is guarded that nobody looked at yet. */
export const GOOD: PostureDocument = {
  isUnblocked: false,
  isPublic: false,
  isShared: false,
  isWithCloudFront: false,
  isReplicated: false,
  isUnderKms: false,
};

/** What of a bucket's guards policy findings are about. */
export function postureOf({
  account,
  sharing,
  publicAccessBlock,
  replicatedTo,
  encryption,
}: BucketFacts): PostureDocument {
  return {
    isUnblocked: Object.values(publicAccessBlock).every((isOn) => !isOn),
    isPublic: sharing.policyAllowsPublicRead || sharing.policyAllowsPublicWrite || sharing.isPublic,
    isShared: sharing.accounts.length > 0,
    isWithCloudFront: sharing.withCloudFront,
    isReplicated: replicatedTo.some((owner) => owner !== account),
    isUnderKms: encryption.type !== 'AES256',
  };
}

export interface Worsening {
  readonly type: FindingDocument['type'];
  /** 1 to 3. */
  readonly severity: number;
  readonly title: string;
  readonly description: string;
}

const UNBLOCKED: Worsening = {
  type: 'Policy:IAMUser/S3BlockPublicAccessDisabled',
  severity: 3,
  title: 'Block public access settings are disabled for the S3 bucket',
  description:
    'All bucket-level block public access settings were disabled for the S3 bucket. Access to the bucket is controlled by ' +
    'account-level settings and the policy of the bucket.',
};
const PUBLIC: Worsening = {
  type: 'Policy:IAMUser/S3BucketPublic',
  severity: 3,
  title: 'The S3 bucket is publicly accessible',
  description: 'The policy of the S3 bucket was changed to let everybody in.',
};
const SHARED: Worsening = {
  type: 'Policy:IAMUser/S3BucketSharedExternally',
  severity: 3,
  title: 'The S3 bucket is shared with an external account',
  description:
    'The policy of the S3 bucket was changed to let an account in that is not of the organization.',
};
const WITH_CLOUDFRONT: Worsening = {
  type: 'Policy:IAMUser/S3BucketSharedWithCloudFront',
  severity: 2,
  title: 'The S3 bucket is shared with CloudFront',
  description: 'The policy of the S3 bucket was changed to let distributions of CloudFront in.',
};
const REPLICATED: Worsening = {
  type: 'Policy:IAMUser/S3BucketReplicatedExternally',
  severity: 3,
  title: 'The S3 bucket is replicated to an external account',
  description:
    'Objects of the S3 bucket are copied to a bucket of an account that is not of the organization.',
};
const UNENCRYPTED: Worsening = {
  type: 'Policy:IAMUser/S3BucketEncryptionDisabled',
  severity: 1,
  title: 'Default encryption of the S3 bucket was reset',
  description: 'Default encryption of the S3 bucket was reset to keys that Amazon S3 manages.',
};

export const WORSENINGS: readonly Worsening[] = [
  UNBLOCKED,
  PUBLIC,
  SHARED,
  WITH_CLOUDFRONT,
  REPLICATED,
  UNENCRYPTED,
];

/** What got worse; a bucket that is not known was guarded well. An external account outweighs CloudFront. */
export function worsenings(
  before: PostureDocument | undefined,
  after: PostureDocument,
): readonly Worsening[] {
  const known = before ?? GOOD;
  const found: Worsening[] = [];
  if (after.isUnblocked && !known.isUnblocked) found.push(UNBLOCKED);
  if (after.isPublic && !known.isPublic) found.push(PUBLIC);
  if (after.isShared && !known.isShared) found.push(SHARED);
  if (after.isWithCloudFront && !after.isShared && !known.isWithCloudFront) {
    found.push(WITH_CLOUDFRONT);
  }
  if (after.isReplicated && !known.isReplicated) found.push(REPLICATED);
  if (!after.isUnderKms && known.isUnderKms) found.push(UNENCRYPTED);
  return found;
}
