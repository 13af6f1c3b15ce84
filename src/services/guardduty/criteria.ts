import type { Condition, FindingCriteria } from '../../../models/guardduty/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';

type Scalar = string | number | boolean;

/** What a path such as `resource.instanceDetails.tags.key` leads to in a finding's text; lists are gone through. */
export function valuesAt(text: JsonObject, path: string): readonly Scalar[] {
  let found: readonly JsonValue[] = [text];
  for (const name of path.split('.')) {
    found = found.flatMap((value) => {
      if (!isJsonObject(value)) return [];
      const inner =
        own(value, name) ?? own(value, `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
      if (inner === undefined || inner === null) return [];
      return Array.isArray(inner) ? inner : [inner];
    });
  }
  return found
    .filter((value) => typeof value !== 'object')
    .flatMap((value) => (value === null ? [] : [value]));
}

/** Paths are customers': `constructor` leads to nothing. */
function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Whether a finding's text meets every criterion. */
export function meets(text: JsonObject, criteria: FindingCriteria | undefined): boolean {
  return Object.entries(criteria?.Criterion ?? {}).every(([path, condition]) =>
    meetsOne(valuesAt(text, path), condition),
  );
}

function meetsOne(values: readonly Scalar[], condition: Condition): boolean {
  const texts = values.map(String);
  const numbers = values.map(numberOf);
  const isOneOf = (wanted: readonly string[] | undefined): boolean =>
    wanted === undefined || wanted.some((one) => texts.includes(one));
  const isNoneOf = (wanted: readonly string[] | undefined): boolean =>
    wanted === undefined || !wanted.some((one) => texts.includes(one));
  const holds = (limit: number | undefined, test: (value: number, limit: number) => boolean) =>
    limit === undefined || numbers.some((value) => test(value, limit));
  return (
    isOneOf(condition.Eq) &&
    isOneOf(condition.Equals) &&
    isNoneOf(condition.Neq) &&
    isNoneOf(condition.NotEquals) &&
    holds(condition.Gt ?? condition.GreaterThan, (value, limit) => value > limit) &&
    holds(condition.Gte ?? condition.GreaterThanOrEqual, (value, limit) => value >= limit) &&
    holds(condition.Lt ?? condition.LessThan, (value, limit) => value < limit) &&
    holds(condition.Lte ?? condition.LessThanOrEqual, (value, limit) => value <= limit) &&
    (condition.Matches === undefined || texts.some((text) => fits(text, condition.Matches))) &&
    (condition.NotMatches === undefined || !texts.some((text) => fits(text, condition.NotMatches)))
  );
}

/** Times compare as milliseconds. */
function numberOf(value: Scalar): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
    ? Date.parse(value)
    : Number(value);
}

function fits(text: string, patterns: readonly string[] | undefined): boolean {
  return (patterns ?? []).some((pattern) => wildcardMatches(pattern, text));
}

/** `*` is anything, `?` one character. Goes back to the last star alone, so that no pattern takes long. */
export function wildcardMatches(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < text.length) {
    if (
      at < pattern.length &&
      (pattern[at] === '?' || (pattern[at] === text[index] && pattern[at] !== '*'))
    ) {
      at += 1;
      index += 1;
    } else if (pattern[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** Orders texts and numbers by what a path leads to. */
export function compareBy(path: string): (left: JsonObject, right: JsonObject) => number {
  const keyOf = (text: JsonObject): Scalar => valuesAt(text, path)[0] ?? '';
  return (left, right) => {
    const [first, second] = [keyOf(left), keyOf(right)];
    if (typeof first === 'number' && typeof second === 'number') return first - second;
    return String(first) < String(second) ? -1 : String(first) > String(second) ? 1 : 0;
  };
}
