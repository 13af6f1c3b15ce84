import type {
  CreateRuleGroupRequest,
  CreateWebACLRequest,
  FirewallManagerRuleGroup,
  LoggingConfiguration,
  LogScope,
  ResourceType,
  Scope as WafScope,
} from '../../../models/wafv2/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';
import { itemKey } from './arns.ts';
import type { StoredManagedGroup, StoredRule } from './stored-rules.ts';

/** What web ACLs, rule groups, IP sets and regex pattern sets have alike. */
export interface ItemDocument {
  readonly name: string;
  readonly id: string;
  readonly wafScope: WafScope;
  readonly scope: Scope;
  readonly description?: string;
  /** Another one with every change. */
  readonly lockToken: string;
  readonly tags: Tags;
}

/** Items that rules refer to, or that refer to others. */
interface Referring {
  /** ARNs of what the rules refer to. */
  readonly references: readonly string[];
}

export interface IpSetDocument extends ItemDocument {
  readonly version: 'IPV4' | 'IPV6';
  readonly addresses: readonly string[];
}

export interface RegexPatternSetDocument extends ItemDocument {
  readonly patterns: readonly string[];
}

export interface RuleGroupDocument extends ItemDocument, Referring {
  /** Fixed when it is made. */
  readonly capacity: number;
  readonly rules: readonly StoredRule[];
  readonly settings: Pick<CreateRuleGroupRequest, 'VisibilityConfig' | 'CustomResponseBodies'>;
  /** Who else may use it. */
  readonly policy?: BoundPolicy;
}

export interface WebAclDocument extends ItemDocument, Referring {
  readonly rules: readonly StoredRule[];
  /** What the rules take. */
  readonly capacity: number;
  readonly settings: WebAclSettings;
  /** Absent: nothing of it is Firewall Manager's. */
  readonly manager?: ManagedParts;
}

export type WebAclSettings = Pick<
  CreateWebACLRequest,
  | 'DefaultAction'
  | 'VisibilityConfig'
  | 'DataProtectionConfig'
  | 'CustomResponseBodies'
  | 'CaptchaConfig'
  | 'ChallengeConfig'
  | 'TokenDomains'
  | 'AssociationConfig'
  | 'OnSourceDDoSProtectionConfig'
  | 'ApplicationConfig'
>;

/** What Firewall Manager put into a web ACL, before and behind its owner's rules. */
export interface ManagedParts {
  readonly pre: readonly StoredManagerGroup[];
  readonly post: readonly StoredManagerGroup[];
  /** WCUs of the rule groups it refers to, by ARN: they may be another account's. */
  readonly capacities: Readonly<Record<string, number>>;
  /** It made the web ACL. */
  readonly isOwner: boolean;
  /** It changes a web ACL that was there. */
  readonly isRetrofitted: boolean;
}

export interface StoredManagerGroup
  extends Omit<FirewallManagerRuleGroup, 'FirewallManagerStatement'> {
  readonly FirewallManagerStatement: Omit<
    FirewallManagerRuleGroup['FirewallManagerStatement'],
    'ManagedRuleGroupStatement'
  > & { readonly ManagedRuleGroupStatement?: StoredManagedGroup | undefined };
}

function items<T extends ItemDocument>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name, scope: 'regional', sealed: false, shape: 1, upgrades: {}, indexes };
}

const referring = { reference: ({ references }: Referring) => references };

/** Each by `itemKey`. */
export const ipSets = items<IpSetDocument>('wafv2.ipSet');
export const regexPatternSets = items<RegexPatternSetDocument>('wafv2.regexPatternSet');
export const ruleGroups = items<RuleGroupDocument>('wafv2.ruleGroup', referring);
export const webAcls = items<WebAclDocument>('wafv2.webAcl', referring);

/** Which web ACL stands before a resource. */
export interface AssociationDocument {
  readonly resource: string;
  readonly webAcl: string;
  /** Of CloudFront's distributions, which name their web ACL themselves. */
  readonly type: ResourceType | 'CLOUDFRONT';
}

/** By the resource's ARN. */
export const associations: Collection<AssociationDocument> = {
  name: 'wafv2.association',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { webAcl: ({ webAcl, type }) => [`${webAcl} ${type}`] },
};

/** Where the log of a web ACL goes, as it was given. */
export interface LoggingDocument {
  /** Another one with every change. */
  readonly token: string;
  readonly configuration: LoggingConfiguration;
}

/** By the web ACL's key and the log's scope. */
export const loggings: Collection<LoggingDocument> = {
  name: 'wafv2.logging',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** A key by which pages of a site ask for puzzles. */
export interface ApiKeyDocument {
  readonly wafScope: WafScope;
  readonly key: string;
  readonly domains: readonly string[];
  readonly created: Instant;
}

/** By scope and key. */
export const apiKeys: Collection<ApiKeyDocument> = {
  name: 'wafv2.apiKey',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** The id of a web ACL's logging. */
export function loggingKey(webAcl: ItemDocument, scope: LogScope = 'CUSTOMER'): string {
  return `${itemKey(webAcl)} ${scope}`;
}

/** Records that wait for their delivery. */
export interface PendingLogDocument {
  readonly written: Instant;
  /** JSON texts. */
  readonly records: readonly string[];
}

/** By the web ACL's ARN, the time they were written and a random id. */
export const pendingLogs: Collection<PendingLogDocument> = {
  name: 'wafv2.pendingLog',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** How much of a web ACL's log waits. */
export interface LogBacklogDocument {
  readonly notes: number;
  /** Characters of their records. */
  readonly size: number;
}

/** By the web ACL's ARN. */
export const logBacklogs: Collection<LogBacklogDocument> = {
  name: 'wafv2.logBacklog',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** What an account's tokens are signed with. */
export interface TokenKeyDocument {
  /** Base64: 32 bytes. */
  readonly secret: string;
}

/** One of each account. */
export const tokenKeys: Collection<TokenKeyDocument> = {
  name: 'wafv2.tokenKey',
  scope: 'account',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const TOKEN_KEY = 'key';
