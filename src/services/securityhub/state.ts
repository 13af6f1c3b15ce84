import type {
  AutomationRulesAction,
  AutomationRulesFindingFilters,
  AwsSecurityFinding,
  AwsSecurityFindingFilters,
  ControlFindingGenerator,
  FindingHistoryUpdate,
  FindingHistoryUpdateSourceType,
  RuleStatus,
} from '../../../models/securityhub/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** Security Hub, switched on in an account's Region. */
export interface HubDocument {
  readonly subscribed: Instant;
  readonly autoEnableControls: boolean;
  readonly generator: ControlFindingGenerator;
  readonly tags: Tags;
}

export interface HistoryEntry {
  readonly at: Instant;
  readonly isCreation: boolean;
  readonly source: FindingHistoryUpdateSourceType;
  readonly by: string;
  readonly updates: readonly FindingHistoryUpdate[];
}

export interface FindingDocument {
  readonly finding: AwsSecurityFinding;
  readonly updated: Instant;
  /** Members that the customer has set: their provider no longer may. */
  readonly owned: readonly (keyof AwsSecurityFinding)[];
  /** The newest last. */
  readonly history: readonly HistoryEntry[];
}

export interface InsightDocument {
  readonly arn: string;
  readonly name: string;
  readonly filters: AwsSecurityFindingFilters;
  readonly groupBy: string;
}

/** A product whose findings are let in. Its id is the product's `company/name`. */
export interface SubscriptionDocument {
  readonly product: string;
}

export interface ActionTargetDocument {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface AutomationRuleDocument {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly order: number;
  readonly status: RuleStatus;
  readonly isTerminal: boolean;
  readonly criteria: AutomationRulesFindingFilters;
  readonly actions: readonly AutomationRulesAction[];
  readonly created: Instant;
  readonly updated: Instant;
  readonly createdBy: string;
  readonly tags: Tags;
}

/** Brings the findings of other Regions into one. An account has one at most. */
export interface AggregatorDocument {
  readonly id: string;
  readonly region: string;
  readonly mode: string;
  readonly regions: readonly string[];
}

/** A standard that is switched on. Its id is the standard's path. */
export interface StandardDocument {
  readonly path: string;
  /** As it was given. No standard that is known asks for any. */
  readonly input?: Readonly<Record<string, string>>;
  readonly enabled: Instant;
}

/** A control that is off, for one standard or for all. Its id is `standard path|control`. */
export interface DisabledControl {
  readonly control: string;
  readonly standard: string;
  readonly reason: string;
  readonly updated: Instant;
}

/** An account of an organization, in the scope of who looks after its findings. Its id is the account's. */
export interface MemberDocument {
  readonly account: string;
  readonly email: string;
  readonly updated: Instant;
}

/** Who looks after an account's findings, or an organization's. */
export interface AdministratorDocument {
  readonly account: string;
}

/** Who looks after an organization's findings, in the scope of its management account. */
export interface OrganizationAdmin extends AdministratorDocument {
  /** When it was chosen. */
  readonly since?: Instant;
}

function collection<T extends object>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
  scope: Collection<T>['scope'] = 'regional',
): Collection<T> {
  return { name: `securityhub.${name}`, scope, sealed: false, shape: 1, upgrades: {}, indexes };
}

export const hubs: Collection<HubDocument> = collection('hub');
export const findings: Collection<FindingDocument> = collection('finding');
export const insights: Collection<InsightDocument> = collection('insight');
export const subscriptions: Collection<SubscriptionDocument> = collection('subscription');
export const actionTargets: Collection<ActionTargetDocument> = collection('actionTarget');
export const automationRules: Collection<AutomationRuleDocument> = collection('automationRule');
export const aggregators: Collection<AggregatorDocument> = collection('aggregator', {}, 'account');
export const standards: Collection<StandardDocument> = collection('standard');
export const disabledControls: Collection<DisabledControl> = collection('disabledControl');

export const members: Collection<MemberDocument> = collection('member');
export const administrators: Collection<AdministratorDocument> = collection('administrator');
export const organizationAdmins: Collection<OrganizationAdmin> = collection(
  'organizationAdmin',
  {},
  'account',
);

export const collections: readonly AnyCollection[] = [
  hubs,
  findings,
  insights,
  subscriptions,
  actionTargets,
  automationRules,
  aggregators,
  standards,
  disabledControls,
  members,
  administrators,
  organizationAdmins,
];

/** The id of documents of which a scope has one at most. */
export const ONLY = 'only';

/** The scope of an account's documents that have no Region. */
export function accountScope(account: string): Scope {
  return { account, region: 'us-east-1' };
}
