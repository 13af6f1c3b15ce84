import type { KeyWork } from '../../crypto/work/key-work.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import type { BucketWriter } from '../s3/port.ts';

/** What private authorities are given besides their contexts. */
export interface PcaParts {
  readonly keyWork: KeyWork;
  /** Knows the principals that policies name. */
  readonly principals: PrincipalDirectory;
  /** Where lists of what was revoked are put. */
  readonly buckets: BucketWriter;
}
