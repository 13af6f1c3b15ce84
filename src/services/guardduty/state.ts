import type {
  AutoEnableMembers,
  DetectorFeature,
  FeatureStatus,
  FilterAction,
  Finding,
  FindingCriteria,
  FindingPublishingFrequency,
  OrgFeatureStatus,
  PublishingStatus,
} from '../../../models/guardduty/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { ListFormat } from '../../detection/threats/list-formats.ts';
import type { AccountMemory, ActorMemory, BucketMemory } from '../../detection/memory/memories.ts';

export interface FeatureSetting {
  readonly status: FeatureStatus;
  readonly updated: Instant;
}

/** What watches an account in a Region. Its id is the Region: there is one at most. */
export interface DetectorDocument {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly isEnabled: boolean;
  readonly frequency: FindingPublishingFrequency;
  readonly features: Readonly<Partial<Record<DetectorFeature, FeatureSetting>>>;
  readonly created: Instant;
  readonly updated: Instant;
  readonly tags: Tags;
  /** Of an administrator: what accounts of its organization get when they join. */
  readonly organization?: OrganizationSettings;
}

export interface OrganizationSettings {
  readonly autoEnable: AutoEnableMembers;
  readonly features: Readonly<Partial<Record<DetectorFeature, OrgFeatureStatus>>>;
  /** Accounts that were there before, or were seen to since. */
  readonly known: readonly string[];
}

export interface FindingDocument {
  readonly finding: Finding;
  /** The type and what tells findings of one type apart. */
  readonly key: string;
  /** Members of `service.additionalInfo`. */
  readonly additional: JsonObject;
  readonly first: Instant;
  readonly last: Instant;
  readonly updated: Instant;
  /** It was archived by a filter: nobody is told. */
  readonly isSuppressed: boolean;
  /** It happened again since it was published. */
  readonly isPending: boolean;
}

export interface FilterDocument {
  readonly name: string;
  readonly description?: string;
  readonly action: FilterAction;
  readonly rank: number;
  readonly criteria: FindingCriteria;
  readonly created: Instant;
  readonly tags: Tags;
}

export type ListKind = 'ipset' | 'threatintelset' | 'trustedentityset' | 'threatentityset';

export interface ListDocument {
  readonly id: string;
  readonly kind: ListKind;
  readonly name: string;
  readonly format: ListFormat;
  readonly location: string;
  readonly bucketOwner?: string;
  readonly isActive: boolean;
  /** Documents of entries. */
  readonly parts: number;
  /** Changes with what it holds. */
  readonly revision: string;
  readonly created: Instant;
  readonly updated: Instant;
  readonly tags: Tags;
}

/** A part of a list's entries. */
export interface ListPart {
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
}

export interface DestinationDocument {
  readonly id: string;
  readonly bucketArn: string;
  readonly keyArn: string;
  readonly status: PublishingStatus;
  /** Since when it fails; 0: it doesn't. */
  readonly failing: Instant;
  readonly tags: Tags;
}

export type Relationship = 'Created' | 'Invited' | 'Enabled' | 'Disabled' | 'Removed' | 'Resigned';

/** An account that an administrator looks after, in the administrator's scope. Its id is the account's. */
export interface MemberDocument {
  readonly account: string;
  readonly email: string;
  readonly status: Relationship;
  readonly invited?: Instant;
  readonly updated: Instant;
  readonly isOfOrganization: boolean;
}

/** An administrator, or who wants to be one, in the member's scope. Its id is the administrator's account. */
export interface InvitationDocument {
  readonly account: string;
  readonly invitationId: string;
  readonly invited: Instant;
  readonly status: Relationship;
  readonly isAccepted: boolean;
}

/** Who looks after an organization, in the scope of its management account. */
export interface OrganizationAdmin {
  readonly account: string;
  /** When it was chosen. */
  readonly since?: Instant;
}

function collection<T extends object>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
  scope: Collection<T>['scope'] = 'regional',
): Collection<T> {
  return { name: `guardduty.${name}`, scope, sealed: false, shape: 1, upgrades: {}, indexes };
}

/** Days since 1970, in the order of texts. */
export function dayKey(day: number): string {
  return String(day).padStart(8, '0');
}

export const detectors: Collection<DetectorDocument> = collection('detector', {}, 'account');
export const findings: Collection<FindingDocument> = collection<FindingDocument>('finding', {
  key: ({ finding, key }) => [`${finding.AccountId}/${key}`],
  pending: ({ isPending }) => (isPending ? ['pending'] : []),
});
export const filters: Collection<FilterDocument> = collection('filter');
export const lists: Collection<ListDocument> = collection('list');
export const listParts: Collection<ListPart> = collection('listPart');
export const destinations: Collection<DestinationDocument> = collection('destination');
export const members: Collection<MemberDocument> = collection('member');
export const invitations: Collection<InvitationDocument> = collection('invitation');
export const organizationAdmins: Collection<OrganizationAdmin> = collection(
  'organizationAdmin',
  {},
  'account',
);
export const actorMemories: Collection<ActorMemory> = collection<ActorMemory>('actorMemory', {
  day: ({ lastDay }) => [dayKey(lastDay)],
});
export const accountMemories: Collection<AccountMemory> = collection('accountMemory');
export const bucketMemories: Collection<BucketMemory> = collection<BucketMemory>('bucketMemory', {
  day: ({ lastDay }) => [dayKey(lastDay)],
});

export const collections: readonly AnyCollection[] = [
  detectors,
  findings,
  filters,
  lists,
  listParts,
  destinations,
  members,
  invitations,
  organizationAdmins,
  actorMemories,
  accountMemories,
  bucketMemories,
];

/** The id of documents of which a scope has one at most. */
export const ONLY = 'only';

/** The scope of an account's detectors, whatever their Region. */
export function accountScope(account: string): Scope {
  return { account, region: 'us-east-1' };
}
