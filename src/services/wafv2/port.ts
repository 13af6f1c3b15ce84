import type {
  CreateWebACLRequest,
  FirewallManagerRuleGroup,
  ResourceType,
  Scope as WafScope,
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

/** A web ACL of Firewall Manager's own. */
export interface NewManagedWebAcl extends ManagerGroups {
  /** `FMManagedWebACLV2-policy-1767225600000`. */
  readonly name: string;
  readonly wafScope: WafScope;
  readonly settings: Pick<
    CreateWebACLRequest,
    | 'DefaultAction'
    | 'VisibilityConfig'
    | 'CustomResponseBodies'
    | 'CaptchaConfig'
    | 'ChallengeConfig'
    | 'TokenDomains'
    | 'AssociationConfig'
    | 'DataProtectionConfig'
  >;
}

/**
 * What Firewall Manager does in its members' accounts, in units of its own: members can't undo it, and no policy of theirs is
 * asked. Errors are those of the API: WAFInvalidParameterException, WAFLimitsExceededException, WAFUnavailableEntityException.
 */
export interface ManagedWebAcls {
  /** The new web ACL's ARN. */
  create(unit: Unit, scope: Scope, webAcl: NewManagedWebAcl): Promise<string>;
  /** Replaces its groups in a web ACL, its own or (`retrofit`) its owner's. False: there is no such web ACL. */
  setGroups(unit: Unit, arn: string, groups: ManagerGroups): Promise<boolean>;
  /** Takes its groups out of a web ACL of its owner's. */
  withdraw(unit: Unit, arn: string): Promise<void>;
  /** Deletes one of its own that stands before nothing. False: it does, or there is none. */
  remove(unit: Unit, arn: string): Promise<boolean>;
  /** Puts a web ACL before a resource of its account and Region, in the place of another one. */
  associate(unit: Unit, scope: Scope, resource: string, webAcl: string): void;
}
