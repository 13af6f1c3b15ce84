import type { Instant } from '../core/time.ts';

/** Counts requests by rule and key. What a program counts is kept outside of it, since programs are replaced. */
export interface RateCounters {
  /** Counts a request and tells whether its key is over the limit, this request included. */
  hit(rule: RateRuleKey, key: string, now: Instant): boolean;
}

export interface RateRuleKey {
  /** Names the web ACL, the rule that refers to a group if any, the rate rule, and its settings: other settings count anew. */
  readonly id: string;
  readonly limit: number;
  readonly windowSec: number;
}
