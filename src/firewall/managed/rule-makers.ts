import type { Detector } from '../detectors/pattern-list.ts';
import { detectScript } from '../detectors/script/detect.ts';
import { detectSqlInjection } from '../detectors/sql/detect.ts';
import type { Field } from '../fields/reading.ts';
import type { RequestFacts } from '../fields/request-facts.ts';
import { matchDetail } from '../statements/match-detail.ts';
import { anyValue } from '../statements/matching.ts';
import type { ManagedRule } from './group.ts';

/** A rule that blocks what a detector finds in a part of the request. */
export function detecting(
  name: string,
  label: string,
  field: Field,
  detect: Detector,
): ManagedRule {
  return {
    name,
    label,
    action: 'Block',
    matcher: ({ slots }) =>
      anyValue(slots.number(field, []), (value) => detect(value) !== undefined),
  };
}

/** A rule that blocks SQL in a part of the request, and tells where it found it. */
export function detectingSql(name: string, label: string, field: Field): ManagedRule {
  return {
    name,
    label,
    action: 'Block',
    matcher: ({ slots }) =>
      anyValue(slots.number(field, []), (value, item, matching) => {
        const found = detectSqlInjection(value, 'LOW');
        if (found === undefined) return false;
        matching.details.push({
          conditionType: 'SQL_INJECTION',
          sensitivityLevel: 'LOW',
          ...matchDetail(field.location, found, item.name),
        });
        return true;
      }),
  };
}

/** A rule that blocks script in a part of the request, and tells where it found it. */
export function detectingScript(name: string, label: string, field: Field): ManagedRule {
  return {
    name,
    label,
    action: 'Block',
    matcher: ({ slots }) =>
      anyValue(slots.number(field, []), (value, item, matching) => {
        const found = detectScript(value);
        if (found === undefined) return false;
        matching.details.push({
          conditionType: 'XSS',
          ...matchDetail(field.location, found, item.name),
        });
        return true;
      }),
  };
}

/** A rule that blocks by a fact of the request. */
export function blocking(
  name: string,
  label: string,
  test: (facts: RequestFacts) => boolean,
): ManagedRule {
  return {
    name,
    label,
    action: 'Block',
    matcher:
      () =>
      ({ facts }) =>
        test(facts),
  };
}
