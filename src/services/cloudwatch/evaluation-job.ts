import type { UnitJob } from '../../contract/service.ts';
import { MINUTE_MS, SECOND_MS, type Instant } from '../../core/time.ts';
import { setState } from './alarm-state.ts';
import { evaluate, FURTHER_PERIODS, type Verdict } from './domain/evaluation.ts';
import { valueOf } from './domain/statistics.ts';
import { EVALUATION_JOB, orderEvaluation } from './evaluation-order.ts';
import { pointsOf } from './samples.ts';
import { type AlarmDocument, alarms } from './state.ts';

const COMPARED: ReadonlyMap<string, string> = new Map([
  ['GreaterThanOrEqualToThreshold', 'greater than or equal to'],
  ['GreaterThanThreshold', 'greater than'],
  ['LessThanThreshold', 'less than'],
  ['LessThanOrEqualToThreshold', 'less than or equal to'],
]);

/**
 * Looks at an alarm's metric at the end of a minute. It goes on each minute as long as there is data that may change the
 * state by growing old; then new data wakes it.
 */
export const evaluationJob: UnitJob = {
  kind: EVALUATION_JOB,
  run: async (name, { unit, scope, now }) => {
    const view = unit.view(scope);
    const alarm = await view.get(alarms, name);
    if (alarm === undefined) return;
    const end = Math.floor(now / MINUTE_MS) * MINUTE_MS;
    const count = alarm.rule.periods + FURTHER_PERIODS;
    const periodMs = alarm.period * SECOND_MS;
    const start = end - count * periodMs;
    const points = await pointsOf(view, alarm.watched, { start, end, periodMs, unit: alarm.unit });
    const values: (number | undefined)[] = Array.from({ length: count }, () => undefined);
    for (const { at, sample } of points) {
      const fromEnd = count - 1 - Math.round((at - start) / periodMs);
      values[fromEnd] ??= valueOf(alarm.statistic, sample);
    }
    const verdict = evaluate(alarm.rule, values, alarm.state.value);
    if (verdict.state !== alarm.state.value) {
      const data = reasonData(alarm, verdict, now);
      const reason = reasonOf(alarm, verdict);
      await setState(unit, scope, now, alarm, { value: verdict.state, reason, data });
    }
    if (points.length > 0) orderEvaluation(unit, scope, name, now);
  },
};

function reasonOf({ rule }: AlarmDocument, { state, breaching, values }: Verdict): string {
  if (state === 'INSUFFICIENT_DATA' || values.length === 0) {
    const treated = state === 'INSUFFICIENT_DATA' ? '' : ` and missing data is ${rule.missing}`;
    return `Insufficient Data: no datapoints were received for ${rule.periods} period${plural(rule.periods)}${treated}.`;
  }
  const isAlarm = state === 'ALARM';
  const shown = isAlarm ? breaching : values;
  const count = shown.length;
  const not = isAlarm ? '' : 'not ';
  return (
    `Threshold Crossed: ${count} datapoint${plural(count)} [${shown.map(decimal).join(', ')}] ` +
    `${count === 1 ? 'was' : 'were'} ${not}${COMPARED.get(rule.comparison) ?? ''} the threshold (${decimal(rule.threshold)}).`
  );
}

function plural(count: number): string {
  return count === 1 ? '' : 's';
}

/** As AWS writes numbers: `5.0`. */
function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function reasonData(
  { statistic, period, rule }: AlarmDocument,
  { values }: Verdict,
  now: Instant,
): string {
  return JSON.stringify({
    version: '1.0',
    queryDate: new Date(now).toISOString().replace('Z', '+0000'),
    statistic,
    period,
    recentDatapoints: values,
    threshold: rule.threshold,
  });
}
