import type {
  CriterionAdditionalProperties,
  FindingCriteria,
} from '../../../models/macie2/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';

type Scalar = string | number | boolean;

/** What a path such as `resourcesAffected.s3Bucket.name` leads to in a finding's text; lists are gone through. */
export function valuesAt(text: JsonObject, path: string): readonly Scalar[] {
  let found: readonly JsonValue[] = [text];
  for (const name of path.split('.')) {
    found = found.flatMap((value) => {
      const inner = isJsonObject(value) ? value[name] : undefined;
      if (inner === undefined || inner === null) return [];
      return Array.isArray(inner) ? inner : [inner];
    });
  }
  return found.flatMap((value) => (value === null || typeof value === 'object' ? [] : [value]));
}

/** Times compare as milliseconds. */
function numberOf(value: Scalar): number {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value);
  return Number(value);
}

/** Whether values meet a condition; several values of a condition are alternatives. */
export function meetsCondition(
  values: readonly Scalar[],
  condition: CriterionAdditionalProperties,
): boolean {
  const texts = values.map(String);
  const holds = (limit: number | undefined, test: (value: number, limit: number) => boolean) =>
    limit === undefined || values.some((value) => test(numberOf(value), limit));
  const { eq, eqExactMatch, neq, gt, gte, lt, lte } = condition;
  return (
    (eq === undefined || eq.some((wanted) => texts.includes(wanted))) &&
    (neq === undefined || !neq.some((unwanted) => texts.includes(unwanted))) &&
    (eqExactMatch === undefined ||
      (texts.length === eqExactMatch.length && eqExactMatch.every((one) => texts.includes(one)))) &&
    holds(gt, (value, limit) => value > limit) &&
    holds(gte, (value, limit) => value >= limit) &&
    holds(lt, (value, limit) => value < limit) &&
    holds(lte, (value, limit) => value <= limit)
  );
}

/** Whether a finding's text meets every criterion. */
export function meets(text: JsonObject, criteria: FindingCriteria | undefined): boolean {
  return Object.entries(criteria?.criterion ?? {}).every(([path, condition]) =>
    meetsCondition(valuesAt(text, path), condition),
  );
}

/** Orders by what a path leads to. */
export function compareBy(path: string): (left: JsonObject, right: JsonObject) => number {
  const keyOf = (text: JsonObject): Scalar => valuesAt(text, path)[0] ?? '';
  return (left, right) => {
    const [first, second] = [keyOf(left), keyOf(right)];
    if (typeof first === 'number' && typeof second === 'number') return first - second;
    return String(first) < String(second) ? -1 : String(first) > String(second) ? 1 : 0;
  };
}
