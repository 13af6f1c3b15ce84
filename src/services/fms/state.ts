import type {
  AdminScope,
  Policy,
  SecurityServiceType,
  ViolationReason,
} from '../../../models/fms/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** Who administers policies for an organization: beside its management account's documents, by account. */
export interface Admin {
  readonly account: string;
  readonly isDefault: boolean;
  /** Absent: everything. */
  readonly scope?: AdminScope;
}

/** In the account of who administers it, and its Region. Its id is the policy's. */
export interface PolicyDocument {
  readonly id: string;
  readonly arn: string;
  /** As it was given, but for its id and token. */
  readonly policy: Policy;
  readonly type: SecurityServiceType;
  readonly token: string;
  readonly managementAccount: string;
  readonly tags: Tags;
  /** What it made goes, or is left to the accounts, and then the policy goes. */
  readonly isDeleted: boolean;
  /** Deleted without what it made: its web ACLs stay where they are, and are their accounts' own. */
  readonly keepsResources?: true;
}

export interface Violator {
  readonly resource: string;
  readonly type: string;
  readonly reason: ViolationReason;
}

/** How an account does by a policy. Its id is `<policy>/<account>`. */
export interface Compliance {
  readonly account: string;
  readonly violators: readonly Violator[];
  /** Resources that were looked at. */
  readonly evaluated: number;
  /** Resources of the policy's types that no web ACL can stand before. */
  readonly skipped?: readonly string[];
  readonly updated: Instant;
  /** A service that is not as it must be: `AWSCONFIG`, and what is wrong. */
  readonly issues: Readonly<Record<string, string>>;
}

/** A web ACL that a policy made in an account. Its id is `<policy>/<account>`. */
export interface ManagedAcl {
  readonly account: string;
  readonly arn: string;
  /** The policy's own data when it was last set. */
  readonly data: string;
}

function collection<T extends Document>(
  name: string,
  scope: Collection<T>['scope'],
): Collection<T> {
  return { name: `fms.${name}`, scope, sealed: false, shape: 1, upgrades: {}, indexes: {} };
}

export const admins: Collection<Admin> = collection('admin', 'account');
export const policies: Collection<PolicyDocument> = collection('policy', 'regional');
export const compliances: Collection<Compliance> = collection('compliance', 'regional');
export const managedAcls: Collection<ManagedAcl> = collection('managedAcl', 'regional');
/** Where an organization's policies are: `<management account>/<Region>/<admin>/<policy>`. */
export const policyPlaces: Collection<{ readonly admin: string; readonly policy: string }> =
  collection('policyPlace', 'global');

export const collections: readonly AnyCollection[] = [
  admins,
  policies,
  compliances,
  managedAcls,
  policyPlaces,
];

export const SHARED_SCOPE = { account: '', region: '' } as const;

export function placeKey(management: string, region: string, admin: string, id: string): string {
  return `${management}/${region}/${admin}/${id}`;
}
