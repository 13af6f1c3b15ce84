import type { Blobs } from '../../contract/blobs.ts';
import type { AnyCollection, AnyOperation, JobKind } from '../../contract/service.ts';
import type { InstanceProfileDirectory } from '../iam/port.ts';
import type { OrganizationSource } from '../../contract/organization.ts';

/** What EC2 is given besides the contexts of its calls. */
export interface Ec2Parts {
  /** Blocks of snapshots. */
  readonly blobs: Blobs;
  /** Whose accounts an organization has: images are shared with organizations too. */
  readonly organizations: OrganizationSource;
  /** The profiles by which instances have roles. */
  readonly instanceProfiles: InstanceProfileDirectory;
}

/** What one folder of EC2 brings to the service. */
export interface Ec2Part {
  readonly operations: readonly AnyOperation[];
  readonly collections: readonly AnyCollection[];
  readonly jobs: readonly JobKind[];
}
