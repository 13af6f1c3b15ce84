import type {
  AutoRenew,
  EmergencyContact,
  ProactiveEngagementStatus,
  ProtectedResourceType,
  ProtectionGroupAggregation,
  ProtectionGroupPattern,
} from '../../../models/shield/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { View, Unit } from '../../contract/view.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** Shield Advanced, as an account has it: one at most. */
export interface Subscription {
  readonly arn: string;
  readonly started: Instant;
  readonly autoRenew: AutoRenew;
  /** Where it does not renew itself: the end of the year in which that was turned off. */
  readonly ends?: Instant;
  readonly contacts: readonly EmergencyContact[];
  /** Absent: it was never asked for. */
  readonly engagement?: ProactiveEngagementStatus;
  /** What AWS's response team may use. */
  readonly role?: string;
  readonly logBuckets: readonly string[];
}

export interface Protection {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly resource: string;
  readonly type: ProtectedResourceType;
  readonly healthChecks: readonly string[];
  readonly tags: Tags;
}

export interface ProtectionGroup {
  readonly id: string;
  readonly arn: string;
  readonly aggregation: ProtectionGroupAggregation;
  readonly pattern: ProtectionGroupPattern;
  readonly type?: ProtectedResourceType;
  readonly members: readonly string[];
  readonly tags: Tags;
}

function ofAccount<T extends Document>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return {
    name: `shield.${name}`,
    scope: 'account',
    sealed: false,
    shape: 1,
    upgrades: {},
    indexes,
  };
}

export const subscriptions: Collection<Subscription> = ofAccount('subscription');
export const protections: Collection<Protection> = ofAccount<Protection>('protection', {
  resource: ({ resource }) => [resource],
});
export const protectionGroups: Collection<ProtectionGroup> = ofAccount('protectionGroup');

export const collections: readonly AnyCollection[] = [subscriptions, protections, protectionGroups];

/** The id of documents of which an account has one at most. */
export const ONLY = 'only';

/** An account's documents: Shield has no Regions. */
export function accountView(unit: Unit, account: string): View {
  return unit.view({ account, region: 'us-east-1' });
}

/** The protection of a resource, where it has one. */
export async function protectionOf(view: View, resource: string): Promise<Protection | undefined> {
  const { items } = await view.list(protections, {
    index: 'resource',
    prefix: resource,
    limit: 2,
  });
  return items.find(({ document }) => document.resource === resource)?.document;
}
