import type { JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { keeperOf, settle } from './finding-keeping.ts';
import { findings } from './state.ts';

const SUPPRESS_JOB = 'inspector2.suppress';

/** Has every finding looked at again, once what suppresses them has changed. */
export function orderSuppression(unit: Unit, { account, region }: Scope, now: Instant): void {
  unit.order({
    id: `${SUPPRESS_JOB}/${account}/${region}`,
    kind: SUPPRESS_JOB,
    scope: { account, region },
    due: now,
    payload: '{}',
  });
}

/** What is suppressed no more is told of anew. */
export const suppressJob: JobKind = {
  kind: SUPPRESS_JOB,
  missed: 'once',
  run: async (_payload, { unit, scope, now }) => {
    const keeper = await keeperOf(unit, scope, now);
    for (const finding of await everyOf(unit.view(scope), findings)) {
      const wanted = keeper.isSuppressed(finding) ? 'SUPPRESSED' : 'ACTIVE';
      if (finding.closed !== undefined || finding.status === wanted) continue;
      settle(keeper, { ...finding, updated: now });
    }
  },
};
