import type {
  RegexMatchStatement,
  RegexPatternSetReferenceStatement,
} from '../../../models/wafv2/types.ts';
import { type CustomerPattern, compilePattern } from '../patterns/customer-pattern.ts';
import { fieldSlot } from './field-slot.ts';
import { anyValue, type Building, type Matcher, NEVER } from './matching.ts';

/** RegexMatch: a pattern of PCRE's kind, searched anywhere in the value, in time linear in it. */
export function regexMatch(statement: RegexMatchStatement, building: Building): Matcher {
  return anyPattern([statement.RegexString], statement, building);
}

/** RegexPatternSetReference: one of the set's patterns, ten at most. */
export function regexPatternSetReference(
  statement: RegexPatternSetReferenceStatement,
  building: Building,
): Matcher {
  const patterns = building.parts.regexPatternSets.get(statement.ARN);
  if (patterns === undefined) {
    building.missing.add(statement.ARN);
    return NEVER;
  }
  return anyPattern(patterns, statement, building);
}

/** A pattern that isn't supported can't have been saved; one that comes here all the same never matches. */
function anyPattern(
  texts: readonly string[],
  statement: RegexMatchStatement | RegexPatternSetReferenceStatement,
  building: Building,
): Matcher {
  const patterns: CustomerPattern[] = [];
  for (const text of texts) {
    const compiled = compilePattern(text);
    if ('test' in compiled) patterns.push(compiled);
  }
  const { slot } = fieldSlot(statement, building);
  return anyValue(slot, (value) => patterns.some((pattern) => pattern.test(value)));
}
