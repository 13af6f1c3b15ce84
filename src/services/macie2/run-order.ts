import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';

export const RUN_JOB = 'macie2.classify';

/** A job's next part, or its next run. */
export function orderRun(unit: Unit, scope: Scope, jobId: string, due: Instant): void {
  const { account, region } = scope;
  unit.order({
    id: `${RUN_JOB}/${account}/${region}/${jobId}`,
    kind: RUN_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify({ jobId }),
  });
}
