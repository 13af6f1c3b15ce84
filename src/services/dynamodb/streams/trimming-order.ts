import type { Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';

export const TRIMMING_JOB = 'dynamodb.trim';

/** Takes records away that are too old, and a stream that ended with its last one. */
export function orderTrimming(
  unit: Unit,
  { account, region }: Scope,
  stream: string,
  due: Instant,
): void {
  unit.order({
    id: `${TRIMMING_JOB}/${account}/${region}/${stream}`,
    kind: TRIMMING_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify({ stream }),
  });
}
