import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { MINUTE_MS, type Instant } from '../../core/time.ts';

export const EVALUATION_JOB = 'cloudwatch.evaluate';

/** Has an alarm looked at when the current minute is over. Ordered often, it is done once. */
export function orderEvaluation(unit: Unit, scope: Scope, alarm: string, now: Instant): void {
  const due = Math.floor(now / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  const id = `${EVALUATION_JOB}/${scope.account}/${scope.region}/${alarm}`;
  unit.order({ id, kind: EVALUATION_JOB, scope, due, payload: alarm });
}
