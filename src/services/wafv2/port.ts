import type {
  CreateWebACLRequest,
  FirewallManagerRuleGroup,
  ResourceType,
  Scope as WafScope,
  Statement,
} from '../../../models/wafv2/types.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';

/** How a service shows what web ACLs may stand before. Each is one line in the registry. */
export interface ProtectableResources {
  readonly type: ResourceType;
  exists(unit: Unit, scope: Scope, arn: string): Promise<boolean>;
}

/** What services whose resources are protected ask of WAF, in units of their own. */
export interface WebAclAssociations {
  /** The ARN of the web ACL before a resource. */
  of(unit: Unit, scope: Scope, resource: string): Promise<string | undefined>;
  /**
   * A distribution names its web ACL itself (`WebACLId`); undefined: it names none any more. The scope is the account's in
   * us-east-1. False: there is no such web ACL of CloudFront's scope.
   */
  setForDistribution(
    unit: Unit,
    scope: Scope,
    distribution: string,
    webAcl: string | undefined,
  ): Promise<boolean>;
  /** The resource is gone, and its association with it. */
  resourceDeleted(unit: Unit, scope: Scope, resource: string): void;
}

/** Rule groups that Firewall Manager puts before and behind those of a web ACL's owner. */
export interface ManagerGroups {
  readonly pre: readonly FirewallManagerRuleGroup[];
  readonly post: readonly FirewallManagerRuleGroup[];
}

/** What Firewall Manager sets of a web ACL of its own, at any time. */
export interface ManagedSettings
  extends Pick<CreateWebACLRequest, 'DefaultAction' | 'TokenDomains'> {
  /** Samples of requests that no rule ended are kept. */
  readonly isSampled: boolean;
}

/** A web ACL of Firewall Manager's own. */
export interface NewManagedWebAcl extends ManagerGroups {
  /** `FMManagedWebACLV2-policy-1767225600000`. */
  readonly name: string;
  readonly wafScope: WafScope;
  readonly settings: ManagedSettings;
}

/**
 * What Firewall Manager does in its members' accounts, in units of its own: members can't undo it, and no policy of theirs is
 * asked. Errors are those of the API: WAFInvalidParameterException, WAFLimitsExceededException, WAFUnavailableEntityException.
 */
export interface ManagedWebAcls {
  /** The new web ACL's ARN. */
  create(unit: Unit, scope: Scope, webAcl: NewManagedWebAcl): Promise<string>;
  /** Replaces its groups and settings in a web ACL of its own. False: there is no such web ACL. */
  change(
    unit: Unit,
    arn: string,
    groups: ManagerGroups,
    settings: ManagedSettings,
  ): Promise<boolean>;
  /** Leaves a web ACL of its own, as it is, to its account, which may change and delete it from then on. */
  release(unit: Unit, arn: string): Promise<void>;
  /** Takes its groups out of a web ACL of its owner's. */
  withdraw(unit: Unit, arn: string): Promise<void>;
  /** Deletes one of its own that stands before nothing. False: it does, or there is none. */
  remove(unit: Unit, arn: string): Promise<boolean>;
  /** Whether a web ACL could stand before a resource: it can't before network load balancers. */
  canProtect(resource: string): boolean;
  /** Puts a web ACL before a resource of its account and Region, in the place of another one. */
  associate(unit: Unit, scope: Scope, resource: string, webAcl: string): void;
}

/** One rule against an attack. It matches one of the addresses, if any are named, for which every statement is so. */
export interface MitigationRule {
  readonly name: string;
  readonly action: 'BLOCK' | 'COUNT';
  readonly addresses: readonly string[];
  /** Of at most nine capacity units together. */
  readonly statements: readonly Statement[];
}

export interface Mitigation {
  /** Of the rule that is always there, which limits the rate of known offenders. */
  readonly action: 'BLOCK' | 'COUNT';
  /** Addresses. */
  readonly offenders: readonly string[];
  /** At most twelve, for the group has 150 capacity units. */
  readonly rules: readonly MitigationRule[];
}

/**
 * The rule group that Shield has in a web ACL: it stands behind all other rules, and its owner can take it out, but not look into it
 * or change it.
 */
export interface MitigationGroups {
  /** Puts the group into the web ACL, where it isn't. Errors: WAFLimitsExceededException beyond 5,000 capacity units. */
  add(unit: Unit, webAcl: string, mitigation: Mitigation): Promise<void>;
  /** Changes its rules. False: the web ACL has no such group, or is gone. */
  change(unit: Unit, webAcl: string, mitigation: Mitigation): Promise<boolean>;
  /** Takes it out, and deletes it. */
  remove(unit: Unit, webAcl: string): Promise<void>;
}
