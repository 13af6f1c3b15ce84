import type {
  CustomResponseBody,
  RuleGroup,
  TextTransformation,
  WebACL,
} from '../../models/wafv2/types.ts';

/** A web ACL as `GetWebACL` answers it; what isn't needed for a decision may be left out. */
export type WebAclDocument = Pick<
  WebACL,
  | 'Name'
  | 'ARN'
  | 'DefaultAction'
  | 'Rules'
  | 'PreProcessFirewallManagerRuleGroups'
  | 'PostProcessFirewallManagerRuleGroups'
  | 'CustomResponseBodies'
  | 'CaptchaConfig'
  | 'ChallengeConfig'
  | 'TokenDomains'
>;

/** A customer's rule group, as `GetRuleGroup` answers it. */
export type RuleGroupDocument = Pick<RuleGroup, 'Name' | 'ARN' | 'Rules' | 'CustomResponseBodies'>;

export interface IpSetDocument {
  /** CIDR notation, IPv4 or IPv6: at most 10,000. */
  readonly Addresses: readonly string[];
}

/** Patterns in PCRE's syntax, at most ten; one of them has to match. */
export type RegexPatternSetDocument = readonly string[];

/** Changes of the query string before it is taken apart into arguments. */
export interface PreParsed {
  readonly PreParseTextTransformations?: readonly { Priority: number; Type: string }[] | undefined;
}

/** What a statement that looks at a part of the request shares with its kind. */
export interface Transformed {
  readonly TextTransformations: readonly TextTransformation[];
}

export type CustomResponseBodies = { readonly [key: string]: CustomResponseBody } | undefined;
