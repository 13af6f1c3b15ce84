import type { ComparisonOperator, StateValue } from '../../../../models/cloudwatch/types.ts';

/** What an alarm does with periods without data. */
export type MissingData = 'breaching' | 'notBreaching' | 'ignore' | 'missing';

export interface Rule {
  readonly periods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly missing: MissingData;
}

const COMPARISONS: ReadonlyMap<string, (value: number, threshold: number) => boolean> = new Map([
  ['GreaterThanOrEqualToThreshold', (value, threshold) => value >= threshold],
  ['GreaterThanThreshold', (value, threshold) => value > threshold],
  ['LessThanThreshold', (value, threshold) => value < threshold],
  ['LessThanOrEqualToThreshold', (value, threshold) => value <= threshold],
]);

/** True of the comparisons with one threshold; those with a band need a model of what is usual. */
export function isComparison(name: string): boolean {
  return COMPARISONS.has(name);
}

/** Periods looked at beside those that count, for data that comes late or thinly. */
export const FURTHER_PERIODS = 2;

export interface Verdict {
  readonly state: StateValue;
  readonly breaching: readonly number[];
  /** Values that were there, newest first. */
  readonly values: readonly number[];
}

/**
 * The state after the values of the last periods, newest first; undefined where a period has none. `values` holds
 * `periods + FURTHER_PERIODS` of them. Source: CloudWatch User Guide, "Configuring how alarms treat missing data".
 */
export function evaluate(
  rule: Rule,
  values: readonly (number | undefined)[],
  current: StateValue,
): Verdict {
  const test = COMPARISONS.get(rule.comparison) ?? (() => false);
  const isBreaching = (value: number): boolean => test(value, rule.threshold);
  const there = values.filter((value) => value !== undefined).slice(0, rule.periods);
  const breaching = there.filter(isBreaching);
  const answer = (state: StateValue): Verdict => ({ state, breaching, values: there });
  if (breaching.length >= rule.datapointsToAlarm) return answer('ALARM');
  const absent = rule.periods - there.length;
  if (absent === 0 || rule.missing === 'notBreaching') return answer('OK');
  if (rule.missing === 'breaching') {
    return answer(breaching.length + absent >= rule.datapointsToAlarm ? 'ALARM' : 'OK');
  }
  if (breaching.length < there.length) return answer('OK');
  if (rule.missing === 'ignore') return answer(current);
  if (there.length === 0) return answer('INSUFFICIENT_DATA');
  // Every value breaches, and there are too few: it is an alarm once the oldest is old enough.
  const oldest = values.findLastIndex((value) => value !== undefined) + 1;
  return answer(oldest >= rule.datapointsToAlarm ? 'ALARM' : current);
}
