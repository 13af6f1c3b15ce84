import { ServiceError } from '../../core/errors.ts';

/** Why a version was not copied, as S3 names it in its events. */
export type FailureReason =
  | 'AssumeRoleNotPermitted'
  | 'DstBucketNotFound'
  | 'DstBucketObjectLockConfigMissing'
  | 'DstBucketUnversioned'
  | 'DstDelObjNotPermitted'
  | 'DstKmsKeyInvalidState'
  | 'DstKmsKeyNotFound'
  | 'DstPutObjNotPermitted'
  | 'DstPutTaggingNotPermitted'
  | 'SrcBucketReplicationConfigMissing'
  | 'SrcGetObjectNotPermitted'
  | 'SrcGetTaggingNotPermitted'
  | 'SrcKmsKeyInvalidState';

/** A step of a replication that did not succeed. */
export class ReplicationFailure extends Error {
  readonly reason: FailureReason;
  /** It may succeed later. */
  readonly isPassing: boolean;

  constructor(reason: FailureReason, isPassing = false) {
    super(reason);
    this.name = 'ReplicationFailure';
    this.reason = reason;
    this.isPassing = isPassing;
  }
}

/** Codes of what is over in a while. */
const PASSING: ReadonlySet<string> = new Set([
  'ThrottlingException',
  'LimitExceededException',
  'DependencyTimeoutException',
  'KeyUnavailableException',
  'KMSInternalException',
  'InternalFailure',
]);

/** Runs a step; what refuses it is the failure. */
export async function failingAs<T>(reason: FailureReason, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.message.includes('sts:AssumeRole')) {
      throw new ReplicationFailure('AssumeRoleNotPermitted');
    }
    throw new ReplicationFailure(reason, error.fault === 'server' || PASSING.has(error.code));
  }
}
