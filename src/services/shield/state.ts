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
import type { Baseline } from './detection/baseline.ts';
import type { Signature } from './detection/signature.ts';
import type { TrafficWindow } from './detection/traffic-window.ts';

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

/** When an account had Shield Advanced, for the bill: the newest term last. */
export interface Subscriber {
  readonly account: string;
  readonly terms: readonly {
    readonly started: Instant;
    /** Absent: it renews itself. */
    readonly ended?: Instant;
  }[];
}

export interface Protection {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly resource: string;
  readonly type: ProtectedResourceType;
  readonly healthChecks: readonly string[];
  readonly tags: Tags;
  /** Absent: Shield puts no rules before it. */
  readonly response?: AutomaticResponse;
}

export interface AutomaticResponse {
  readonly action: 'BLOCK' | 'COUNT';
  /** The web ACL that has Shield's rule group for it. */
  readonly webAcl: string;
  /** What is stopped or counted now. */
  readonly signatures: readonly Signature[];
  /** From then on it isn't any more. Absent: an attack goes on, or nothing is stopped. */
  readonly until?: Instant;
}

/** What is known of a protected resource's traffic. */
export interface TrafficDocument {
  readonly baseline: Baseline;
  /** The last minute in which something was asked. */
  readonly window?: TrafficWindow;
  /** The attack that goes on. */
  readonly attack?: string;
}

/** What was measured of an attack: all counts are of requests that came while it lasted. */
export interface Attack {
  readonly id: string;
  readonly resource: string;
  readonly started: Instant;
  /** The last request of a minute in which there were too many. */
  readonly last: Instant;
  readonly ended?: Instant;
  /** Requests of a minute beyond which there were too many. */
  readonly threshold: number;
  /** Requests of the busiest minute, and how many minutes there were. */
  readonly peak: number;
  readonly minutes: number;
  readonly total: TrafficWindow;
  /** Names of rules against it. */
  readonly mitigations: readonly string[];
}

/** Addresses that took a notable part in attacks on resources of the account, and asked nothing before: the newest last. */
export interface Offenders {
  readonly addresses: readonly string[];
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
  sealed = false,
): Collection<T> {
  return {
    name: `shield.${name}`,
    scope: 'account',
    sealed,
    shape: 1,
    upgrades: {},
    indexes,
  };
}

export const subscriptions: Collection<Subscription> = ofAccount('subscription');
/** By account. */
export const subscribers: Collection<Subscriber> = {
  ...ofAccount<Subscriber>('subscriber'),
  scope: 'global',
};
export const protections: Collection<Protection> = ofAccount<Protection>('protection', {
  resource: ({ resource }) => [resource],
});
/** By the resource's ARN. Paths may hold what is secret. */
export const traffics: Collection<TrafficDocument> = ofAccount('traffic', {}, true);
/** By id. */
export const attacks: Collection<Attack> = ofAccount<Attack>(
  'attack',
  { started: ({ started, id }) => [`${String(started).padStart(15, '0')} ${id}`] },
  true,
);
export const offenders: Collection<Offenders> = ofAccount('offenders');
export const protectionGroups: Collection<ProtectionGroup> = ofAccount('protectionGroup');

export const collections: readonly AnyCollection[] = [
  subscriptions,
  subscribers,
  protections,
  protectionGroups,
  traffics,
  attacks,
  offenders,
];

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
