import type { Instant } from '../core/time.ts';
import type {
  IpSetDocument,
  RegexPatternSetDocument,
  RuleGroupDocument,
  WebAclDocument,
} from './document.ts';
import type { Evaluation } from './evaluation.ts';
import type { RateCounters } from './rate-counters.ts';
import type { AddressLookup, FirewallRequest } from './request.ts';

/** What the rules of a web ACL refer to. A reference that isn't here never matches; `missing` of the program names it. */
export interface ProgramParts {
  /** By ARN. */
  readonly ipSets: ReadonlyMap<string, IpSetDocument>;
  readonly regexPatternSets: ReadonlyMap<string, RegexPatternSetDocument>;
  readonly ruleGroups: ReadonlyMap<string, RuleGroupDocument>;
  /** The lists of the managed IP reputation and anonymous IP groups. Absent: they are empty, and never match. */
  readonly addressLists?: ManagedAddressLists;
  /** Signs tokens: at least 32 bytes. Absent: every token is invalid. */
  readonly tokenSecret?: Uint8Array;
  readonly locate?: AddressLookup;
}

/** CIDR notation. */
export interface ManagedAddressLists {
  readonly reputation?: readonly string[];
  readonly reconnaissance?: readonly string[];
  readonly ddos?: readonly string[];
  readonly anonymous?: readonly string[];
  readonly hostingProviders?: readonly string[];
}

/** A web ACL made ready: immutable, and valid until one of its parts changes. */
export interface Program {
  /** A rule looks at the body. */
  readonly readsBody: boolean;
  /** References to parts that were not handed in: ARNs, `AWS#AWSManagedRulesX`. */
  readonly missing: readonly string[];
  evaluate(request: FirewallRequest, counters: RateCounters, now: Instant): Evaluation;
}

export type Compile = (webAcl: WebAclDocument, parts: ProgramParts) => Program;
