import type { JsonObject } from '../core/json.ts';
import type { Instant } from '../core/time.ts';
import type { ApiCall, BucketFacts } from './api-call.ts';
import type { DnsQuery } from './dns/dns-query.ts';
import type { Flow } from './flow/flow.ts';

/** What a detector tells of one occurrence. Those with the same type and key are one finding. */
export interface Draft {
  /** `Stealth:IAMUser/CloudTrailLoggingDisabled`. */
  readonly type: string;
  /** 1.0 to 10.0. */
  readonly severity: number;
  readonly title: string;
  readonly description: string;
  /** The resource, and what else tells findings of a type apart. */
  readonly key: string;
  readonly at: Instant;
  /** Whether the resource suffered it or did it. */
  readonly role: 'TARGET' | 'ACTOR';
  readonly action: DraftAction;
  /** Buckets that it is about, with what is known of their permissions. */
  readonly buckets?: readonly (BucketFacts & { readonly access?: BucketAccess })[];
  /** The data source that must be switched on for it. */
  readonly feature: Feature;
  readonly additional?: JsonObject;
  readonly threats?: readonly ThreatNamed[];
  /** Another account that it leads to. */
  readonly remote?: { readonly account: string; readonly affiliated: boolean };
  /** What was unusual, where it was found by a baseline. */
  readonly anomaly?: AnomalyFacts;
  /** Set of attack sequences alone. */
  readonly sequence?: SequenceFacts;
}

export type Feature = 'CLOUD_TRAIL' | 'S3_DATA_EVENTS' | 'DNS_LOGS' | 'FLOW_LOGS';

export type DraftAction =
  | { readonly kind: 'api'; readonly call: ApiCall }
  | { readonly kind: 'dns'; readonly query: DnsQuery }
  | { readonly kind: 'flow'; readonly flow: Flow }
  | { readonly kind: 'probe'; readonly flow: Flow };

export interface ThreatNamed {
  readonly list: string;
  readonly names: readonly string[];
}

export interface BucketAccess {
  readonly publicRead: boolean;
  readonly publicWrite: boolean;
  /** The access comes from the policy, or from the access control list. */
  readonly by: 'policy' | 'acl' | 'block';
  readonly effective: 'PUBLIC' | 'NOT_PUBLIC' | 'UNKNOWN';
}

/** How usual a value is: never seen, less than once a month, a few times, daily to weekly. */
export type Frequency = 'UNSEEN' | 'RARE' | 'INFREQUENT' | 'FREQUENT';

export interface AnomalyFacts {
  /** By profile (`userIdentity`, `account`, `bucket`) and dimension. */
  readonly unusual: Readonly<Record<string, Readonly<Record<string, Observed>>>>;
  /** What is usual: the commonest values. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, readonly Observed[]>>>>;
}

export interface Observed {
  readonly frequency: Frequency;
  readonly values: readonly string[];
}

export interface SequenceFacts {
  readonly description: string;
  readonly signals: readonly SequenceSignal[];
  readonly actor: ApiCall['actor'];
}

/** A step of an attack: a call, or a finding. */
export interface SequenceSignal {
  readonly at: Instant;
  /** `Discovery`, `Impact`. */
  readonly tactic: string;
  /** The call's name or the finding's type. */
  readonly name: string;
  readonly isFinding: boolean;
  /** Of a finding: its id. */
  readonly id?: string;
}

export const SEVERITY = { low: 2, medium: 5, high: 8, critical: 9 } as const;

/** A draft of one call: what most have alike is filled in. */
export function ofCall(
  call: ApiCall,
  draft: Pick<Draft, 'type' | 'severity' | 'title' | 'description'> & Partial<Draft>,
): Draft {
  return {
    key: call.actor.principalId,
    at: call.time,
    role: 'TARGET',
    action: { kind: 'api', call },
    feature: call.isManagement ? 'CLOUD_TRAIL' : 'S3_DATA_EVENTS',
    ...(call.bucket === undefined ? {} : { buckets: [call.bucket] }),
    ...draft,
  };
}

/** `IAMUser : alice`, as GuardDuty names callers in its texts. */
export function nameOf({ actor }: ApiCall): string {
  return actor.type === 'Root' ? 'Root' : `${actor.type} : ${actor.userName}`;
}
