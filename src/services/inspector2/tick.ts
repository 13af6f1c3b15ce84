import type { JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { orderScan } from './scan-order.ts';
import type { ScanParts } from './scan-job.ts';
import { activations, coverages, ONLY } from './state.ts';
import { countHours } from './usage.ts';

const TICK_JOB = 'inspector2.tick';
/** When it is time to ask whether a function is used at all. */
const IDLE_MS = 90 * DAY_MS;

/** Once a day hours are counted, and what changed without a call is looked at: advisories, and functions that nobody uses. */
export function orderTick(unit: Unit, { account, region }: Scope, now: Instant): void {
  unit.order({
    id: `${TICK_JOB}/${account}/${region}`,
    kind: TICK_JOB,
    scope: { account, region },
    due: (Math.floor(now / DAY_MS) + 1) * DAY_MS,
    payload: '{}',
  });
}

export function createTickJob({ inventory, database }: ScanParts): JobKind {
  return {
    kind: TICK_JOB,
    missed: 'once',
    run: async (_payload, { unit, scope, now }) => {
      const view = unit.view(scope);
      const activation = await view.get(activations, ONLY);
      if (activation === undefined) return;
      for (const coverage of await everyOf(view, coverages)) {
        await countHours({ unit, scope, now }, coverage);
        if (coverage.counted !== undefined) {
          view.put(coverages, coverage.name, { ...coverage, counted: now });
        }
      }
      const digest = database?.digest ?? '';
      const isOther = digest !== activation.database;
      if (isOther) view.put(activations, ONLY, { ...activation, database: digest });
      for (const name of await inventory.namesIn(unit, scope)) {
        const facts = await inventory.functionNamed(unit, scope, name);
        const isIdle = facts !== undefined && now - facts.modified > IDLE_MS;
        if (isOther || isIdle) orderScan(unit, scope, name, now);
      }
      orderTick(unit, scope, now);
    },
  };
}
