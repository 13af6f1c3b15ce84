import type {
  AccountJoinedMethod,
  AccountState,
  ActionType,
  CreateAccountFailureReason,
  CreateAccountState,
  HandshakeParty,
  HandshakeResource,
  HandshakeState,
  OrganizationFeatureSet,
  PolicyType,
} from '../../../models/organizations/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';

/** Everything of an organization lives in its management account; memberships in the accounts they are about. */
export interface Organization {
  readonly id: string;
  readonly rootId: string;
  readonly managementAccount: string;
  readonly managementEmail: string;
  readonly featureSet: OrganizationFeatureSet;
  readonly created: Instant;
  /** The types enabled in the root. */
  readonly policyTypes: readonly PolicyType[];
  /** Service principals with trusted access, and since when. */
  readonly trustedServices: Readonly<Record<string, Instant>>;
}

export interface Attachment {
  readonly id: string;
  readonly type: PolicyType;
  readonly attached: Instant;
}

interface EntityBase {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly tags: Tags;
  /** In the order of attachment, which decides among policies that merge. */
  readonly policies: readonly Attachment[];
}

export interface Root extends EntityBase {
  readonly kind: 'root';
}

export interface OrganizationalUnit extends EntityBase {
  readonly kind: 'ou';
  readonly parent: string;
}

export interface Account extends EntityBase {
  readonly kind: 'account';
  readonly parent: string;
  readonly email: string;
  readonly state: AccountState;
  readonly joinedMethod: AccountJoinedMethod;
  readonly joined: Instant;
  /** Set once it is closed. */
  readonly closed?: Instant;
  /** Service principals it administers, and since when. */
  readonly delegations: Readonly<Record<string, Instant>>;
}

/** What policies are attached to: the root, its organizational units, and the accounts. */
export type Entity = Root | OrganizationalUnit | Account;

export interface PolicyDocument {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly description: string;
  readonly type: PolicyType;
  readonly content: string;
  readonly updated: Instant;
  readonly awsManaged: boolean;
  readonly tags: Tags;
}

export interface AccountCreation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roleName: string;
  readonly tags: Tags;
  readonly state: CreateAccountState;
  readonly requested: Instant;
  readonly completed?: Instant;
  readonly account?: string;
  readonly failure?: CreateAccountFailureReason;
}

export interface HandshakeDocument {
  readonly id: string;
  readonly arn: string;
  readonly action: ActionType;
  readonly state: HandshakeState;
  readonly requested: Instant;
  readonly expires: Instant;
  readonly organizationId: string;
  readonly managementAccount: string;
  /** Who must answer it. */
  readonly recipient: string;
  readonly parties: readonly HandshakeParty[];
  readonly resources: readonly HandshakeResource[];
  /** What an invited account is tagged with when it joins. */
  readonly tags: Tags;
  /** The request to enable all features that this one belongs to. */
  readonly parent?: string;
}

/** Who may do what of Organizations besides the management account. */
export interface DelegationPolicy {
  readonly id: string;
  readonly arn: string;
  readonly policy: BoundPolicy;
  readonly tags: Tags;
}

export interface Address {
  readonly account: string;
}

/** An account's place in its organization, with every policy that binds it: one read decides a call. */
export interface MembershipDocument {
  readonly organizationId: string;
  readonly managementAccount: string;
  readonly path: string;
  readonly closed: boolean;
  readonly policies: Readonly<Record<string, { readonly arn: string; readonly text: string }>>;
  /** Policy ids by level, the root's first. */
  readonly scps: readonly (readonly string[])[];
  readonly rcps: readonly (readonly string[])[];
}

function collection<T extends Document>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
  scope: Collection<T>['scope'] = 'account',
): Collection<T> {
  return { name: `organizations.${name}`, scope, sealed: false, shape: 1, upgrades: {}, indexes };
}

export const organizations: Collection<Organization> = collection('organization');

export const entities: Collection<Entity> = collection<Entity>('entity', {
  kind: ({ kind }) => [kind],
  parent: (entity) => (entity.kind === 'root' ? [] : [childKey(entity.parent, entity)]),
  policy: ({ policies }) => policies.map(({ id }) => id),
  service: (entity) => (entity.kind === 'account' ? Object.keys(entity.delegations) : []),
});

export const policies: Collection<PolicyDocument> = collection<PolicyDocument>('policy', {
  type: ({ type }) => [type],
  name: ({ type, name }) => [`${type}/${name}`],
});

export const creations: Collection<AccountCreation> = collection<AccountCreation>('creation', {
  state: ({ state }) => [state],
});

export const delegationPolicies: Collection<DelegationPolicy> = collection('delegationPolicy');

export const memberships: Collection<MembershipDocument> = collection('membership');

/** Handshakes are between accounts, so they stand in neither. */
export const handshakes: Collection<HandshakeDocument> = collection<HandshakeDocument>(
  'handshake',
  {
    recipient: ({ recipient }) => [recipient],
    organization: ({ organizationId }) => [organizationId],
    parent: ({ parent }) => (parent === undefined ? [] : [parent]),
  },
  'global',
);

/** Whose account an e-mail address is: no two accounts share one. */
export const addresses: Collection<Address> = collection<Address>(
  'address',
  { account: ({ account }) => [account] },
  'global',
);

export const SHARED_SCOPE: Scope = { account: '', region: '' };
/** The id of documents of which an account has one at most. */
export const ONLY = 'only';

/** The scope of an account's documents here: Organizations has no Regions. */
export function accountScope(account: string): Scope {
  return { account, region: 'us-east-1' };
}

/** Where a child stands below its parent: units by name, which is unique there, accounts by number. */
export function childKey(
  parent: string,
  child: { kind: 'ou' | 'account'; id: string; name: string },
) {
  return `${parent}/${child.kind}/${child.kind === 'ou' ? child.name : child.id}`;
}
