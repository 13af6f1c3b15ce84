import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';

export const SCAN_JOB = 'inspector2.scan';

/** Has a function looked at: one scan of each is waited for at most. */
export function orderScan(
  unit: Unit,
  { account, region }: Scope,
  name: string,
  due: Instant,
): void {
  unit.order({
    id: `${SCAN_JOB}/${account}/${region}/${name}`,
    kind: SCAN_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify({ name }),
  });
}
