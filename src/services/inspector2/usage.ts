import { dayOf } from '../../core/hour-tally.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
import type { Place } from './place.ts';
import { type CoverageDocument, meteredAccounts, usageDays } from './state.ts';

/** Counts the hours of a function up to now, each on its day. What it counted goes into the coverage that is written next. */
export async function countHours(
  { unit, scope, now }: Place,
  { counted }: CoverageDocument,
): Promise<void> {
  if (counted === undefined || counted >= now) return;
  const { account, region } = scope;
  const view = unit.view(scope);
  for (let from: Instant = counted; from < now; ) {
    const until = Math.min(now, (Math.floor(from / DAY_MS) + 1) * DAY_MS);
    const day = dayOf(from);
    const id = `${day}/${region}`;
    const known = await view.get(usageDays, id);
    const functionHours = (known?.functionHours ?? 0) + (until - from) / HOUR_MS;
    view.put(usageDays, id, { day, region, functionHours });
    from = until;
  }
  if ((await view.get(meteredAccounts, account)) === undefined) {
    view.put(meteredAccounts, account, { account });
  }
}
