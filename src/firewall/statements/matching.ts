import type { Instant } from '../../core/time.ts';
import type { ByteString } from '../byte-string.ts';
import type { MatchDetail, RateRuleResult } from '../evaluation.ts';
import type { FieldValue } from '../fields/reading.ts';
import type { RequestFacts } from '../fields/request-facts.ts';
import type { SlotPlan } from '../fields/slots.ts';
import type { LabelSet } from '../labels.ts';
import type { ProgramParts } from '../program-parts.ts';
import type { RateCounters } from '../rate-counters.ts';

/** What a statement may look at and leave behind while a rule is evaluated. */
export interface Matching {
  readonly facts: RequestFacts;
  readonly labels: LabelSet;
  readonly counters: RateCounters;
  readonly now: Instant;
  /** What the rule has found so far. */
  details: MatchDetail[];
  /** A header with a forwarded address is missing: the rule isn't applied at all, whatever its other parts say. */
  notApplied: boolean;
  readonly rateRules: RateRuleResult[];
  clientAsn?: number;
  forwardedAsn?: number;
}

/** A statement made ready. */
export type Matcher = (matching: Matching) => boolean;

/** What a statement is made ready with. */
export interface Building {
  readonly slots: SlotPlan;
  readonly parts: ProgramParts;
  /** `awswaf:111122223333:webacl:name:`, of the web ACL or the group that the rule stands in. */
  readonly labelPrefix: string;
  /** Names the rule among all that count requests. */
  readonly counterId: string;
  readonly ruleName: string;
  /** What isn't among the parts is put here. */
  readonly missing: Set<string>;
}

/** Matches when one value of a slot does; what is settled without looking is as it is. */
export function anyValue(
  slot: number,
  test: (value: ByteString, item: FieldValue, matching: Matching) => boolean,
): Matcher {
  return (matching) => {
    const { values, settled } = matching.facts.read(slot);
    if (settled !== undefined) return settled;
    for (const item of values) {
      if (test(item.value, item, matching)) return true;
    }
    return false;
  };
}

export const NEVER: Matcher = () => false;
