import type { FailureReason } from '../../models/wafv2/types.ts';

/** What a web ACL decided of a request, and everything its log record, samples and metrics tell of the way there. */
export interface Evaluation {
  readonly action: TerminatingAction;
  /** `Default_Action` when no rule ended the evaluation. */
  readonly terminatingRule: TerminatingRule;
  /** For `BLOCK`, `CAPTCHA` and `CHALLENGE`: what the rule wants answered. Absent: the resource's own 403 (for `BLOCK`). */
  readonly customResponse?: CustomAnswer;
  /** The status that is sent: absent for `ALLOW`. */
  readonly responseCode?: number;
  /** For `ALLOW`: put into the request, in the place of headers of these names. With their prefix `x-amzn-waf-`. */
  readonly insertHeaders: readonly InsertedHeader[];
  /** Fully qualified, in the order they were added. Logs and metrics tell the first 100. */
  readonly labels: readonly string[];
  /** Rules of the web ACL itself that matched and let the evaluation go on. */
  readonly nonTerminatingMatchingRules: readonly MatchedRule[];
  /** Every group that was evaluated, in order. */
  readonly ruleGroups: readonly RuleGroupResult[];
  /** The rate rules that looked at the request and counted it. */
  readonly rateRules: readonly RateRuleResult[];
  /** Every rule that matched, for samples and metrics: those above and those in groups. */
  readonly matches: readonly RuleMatch[];
  readonly oversizeFields: readonly OversizeField[];
  /** Bytes of the body that a rule looked at; absent: none did. */
  readonly bodyBytesInspected?: number;
  /** Set where a rule asked for a token: of the last one that did. */
  readonly captchaResponse?: TokenAnswer;
  readonly challengeResponse?: TokenAnswer;
  /** Set where a rule used it; 0: it can't be told. */
  readonly clientAsn?: number;
  readonly forwardedAsn?: number;
}

export type TerminatingAction = 'ALLOW' | 'BLOCK' | 'CAPTCHA' | 'CHALLENGE';
export type RuleActionName = TerminatingAction | 'COUNT';

export interface TerminatingRule {
  readonly id: string;
  readonly type: 'REGULAR' | 'RATE_BASED' | 'GROUP' | 'MANAGED_RULE_GROUP';
  readonly details: readonly MatchDetail[];
}

export interface CustomAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Absent: no body. */
  readonly body?: { readonly contentType: string; readonly content: string };
}

export interface InsertedHeader {
  readonly name: string;
  readonly value: string;
}

/** Where SQL or script was found, and the pieces that gave it away. */
export interface MatchDetail {
  readonly conditionType: 'SQL_INJECTION' | 'XSS';
  /** Of SQL alone. */
  readonly sensitivityLevel?: 'LOW' | 'HIGH';
  readonly location: FieldLocation;
  /** At most ten pieces of at most 64 bytes. */
  readonly matchedData: readonly string[];
  /** The name of the header, cookie or argument. */
  readonly matchedFieldName?: string;
}

export type FieldLocation =
  | 'HEADER'
  | 'ALL_HEADERS'
  | 'COOKIES'
  | 'HEADER_ORDER'
  | 'URI'
  | 'URI_FRAGMENT'
  | 'QUERY_STRING'
  | 'SINGLE_QUERY_ARG'
  | 'ALL_QUERY_ARGS'
  | 'METHOD'
  | 'BODY'
  | 'JA3_FINGERPRINT'
  | 'JA4_FINGERPRINT'
  | 'UNKNOWN';

export interface MatchedRule {
  readonly ruleId: string;
  readonly action: RuleActionName;
  /** What the rule itself says, where an override made another action of it. */
  readonly overriddenAction?: RuleActionName;
  readonly details: readonly MatchDetail[];
  readonly captchaResponse?: TokenAnswer;
  readonly challengeResponse?: TokenAnswer;
}

export interface RuleGroupResult {
  /** The ARN of a customer's group; `AWS#AWSManagedRulesCommonRuleSet` of a managed one, `#Version_1.0` behind it if one is named. */
  readonly ruleGroupId: string;
  /** The rule of the web ACL that refers to the group. */
  readonly referencedBy: string;
  /** The rule that ended the group, even where the web ACL only counts what the group says. */
  readonly terminatingRule?: MatchedRule;
  readonly nonTerminatingMatchingRules: readonly MatchedRule[];
  readonly excludedRules: readonly {
    readonly exclusionType: 'EXCLUDED_AS_COUNT';
    readonly ruleId: string;
  }[];
}

export interface RateRuleResult {
  readonly rateBasedRuleId: string;
  readonly rateBasedRuleName: string;
  readonly limitKey: 'IP' | 'FORWARDED_IP' | 'CUSTOMKEYS' | 'CONSTANT';
  /** The address, where the key is one. */
  readonly limitValue?: string;
  readonly maxRateAllowed: number;
  readonly evaluationWindowSec: number;
  readonly customValues: readonly CustomRateValue[];
  /** The key is over its limit. */
  readonly limited: boolean;
}

export interface CustomRateValue {
  /** `HEADER`, `COOKIE`, `QUERY_ARGUMENT` … */
  readonly key: string;
  readonly name?: string;
  /** The first 32 characters. */
  readonly value: string;
}

/** One rule that matched. */
export interface RuleMatch {
  readonly rule: string;
  /** Of the rule, and of the group's rule where it stands in a group. */
  readonly metricName: string;
  readonly action: RuleActionName;
  readonly overriddenAction?: RuleActionName;
  /** Set for rules in groups: the group's id, and the name in samples: `group#rule`, `AWS#group#rule`. */
  readonly group?: {
    readonly id: string;
    readonly sampleName: string;
    readonly referencedBy: string;
  };
}

export interface TokenAnswer {
  /** 0: the token was accepted; 405 and 202: what was sent for want of one. */
  readonly responseCode: number;
  /** Seconds since 1970 when the puzzle was solved. */
  readonly solveTimestamp?: number;
  readonly failureReason?: FailureReason;
}

export type OversizeField =
  | 'REQUEST_BODY'
  | 'REQUEST_JSON_BODY'
  | 'REQUEST_HEADERS'
  | 'REQUEST_COOKIES';
